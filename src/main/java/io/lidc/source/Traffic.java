package io.lidc.source;

/**
 * What a source has cost on a network.
 *
 * @param requests to a server, repeated ones included
 * @param bytes of the answers' bodies, listings left out
 */
public record Traffic(long requests, long bytes) {

    /** Of a source that needs no network. */
    public static final Traffic NONE = new Traffic(0, 0);

    /** What came after an earlier state of the same counters. */
    public Traffic since(Traffic earlier) {
        return new Traffic(requests - earlier.requests, bytes - earlier.bytes);
    }

    /** Both together. */
    public Traffic plus(Traffic other) {
        return new Traffic(requests + other.requests, bytes + other.bytes);
    }
}
