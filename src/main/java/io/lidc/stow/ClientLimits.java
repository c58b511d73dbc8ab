package io.lidc.stow;

/**
 * Bounds on connections and on the pace of clients, which hold without a token too.
 *
 * @param connections open at the same time; more wait in the queue of the operating system
 * @param timeoutSeconds without a byte in either direction, and what a client may fall behind the minimum rate
 * @param bytesPerSecond minimum rate of a request's content, while the server waits for it
 * @param contentSeconds for which the server waits for the content of one request, all in all
 */
public record ClientLimits(int connections, int timeoutSeconds, int bytesPerSecond, int contentSeconds) {
    private static final int MAX_HEADER_SECONDS = 10;

    /** For the header section of a request, from its first byte on: it is one packet or two. */
    int headerSeconds() {
        return Math.min(timeoutSeconds, MAX_HEADER_SECONDS);
    }
}
