package io.lidc.model;

import java.time.Instant;

/**
 * Something to be told of an alert.
 *
 * @param deliveryId its place in the order of its channel
 * @param channel who is told
 * @param message what, as JSON
 * @param attempts so far, this one included
 */
public record AlertDelivery(long deliveryId, String channel, String message, Instant createdAt, int attempts) {}
