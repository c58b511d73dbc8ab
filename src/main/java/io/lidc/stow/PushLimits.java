package io.lidc.stow;

/**
 * Bounds on what clients push.
 *
 * @param requests served at the same time; more are answered with 429
 * @param parts of one request
 * @param requestBytes of one request's content
 * @param instanceBytes of one part
 * @param chunk objects that are stored in one transaction
 * @param clients bounds on connections and on their pace
 */
public record PushLimits(
        int requests, int parts, long requestBytes, long instanceBytes, int chunk, ClientLimits clients) {}
