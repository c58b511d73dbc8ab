package io.lidc.stow;

/**
 * Bounds on what clients push.
 *
 * @param requests served at the same time; more are told to come back
 * @param parts of one request
 * @param requestBytes of one request's body
 * @param instanceBytes of one part
 * @param chunk objects that are stored in one transaction
 * @param patienceSeconds with a client that sends nothing
 */
public record PushLimits(
        int requests, int parts, long requestBytes, long instanceBytes, int chunk, int patienceSeconds) {}
