package io.lidc.alert;

import io.lidc.model.AlertDelivery;
import io.lidc.store.alert.AlertOutbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out what channels are to be told, and takes back what came of it. A channel that fails is tried again, ever more seldom. */
public final class AlertPost {
    /** Exchange property with the {@link AlertDelivery} that is under way. */
    static final String DELIVERY = "delivery";

    private static final Logger LOG = LoggerFactory.getLogger(AlertPost.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** Old news: whoever was away for so long reads the table. */
    private static final Duration WORTH_TELLING = Duration.ofDays(1);
    /** A receiver that refuses a message refuses it again. */
    private static final int MAX_REFUSALS = 5;

    private final AlertOutbox outbox;
    private final LocalAlerts local;
    private final Set<String> channels;
    private final Duration lease;
    /** Why each channel failed last: said when it is new. */
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /** @param lease how long a delivery is for this process alone: longer than an attempt takes */
    public AlertPost(AlertOutbox outbox, LocalAlerts local, Collection<String> channels, Duration lease) {
        this.outbox = outbox;
        this.local = local;
        this.channels = Set.copyOf(channels);
        this.lease = lease;
    }

    /** What is due now, one delivery a channel at the most. */
    public List<AlertDelivery> due() {
        if (channels.isEmpty()) {
            return List.of();
        }
        List<AlertDelivery> due = new ArrayList<>(local.claim(channels));
        try {
            due.addAll(outbox.claim(channels, lease));
        } catch (SQLException e) {
            LOG.debug("What is to be told cannot be read: {}", e.getMessage());
        }
        return due;
    }

    /** The receiver took it. */
    public void delivered(@ExchangeProperty(DELIVERY) AlertDelivery delivery) throws SQLException {
        if (failures.remove(delivery.channel()) != null) {
            LOG.info("Channel {} of alerts works again", delivery.channel());
        }
        if (LocalAlerts.isLocal(delivery)) {
            local.delivered(delivery);
        } else {
            outbox.delivered(delivery.deliveryId());
        }
    }

    /** The receiver did not take it, or there was none. */
    public void failed(
            @ExchangeProperty(DELIVERY) AlertDelivery delivery,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception exception)
            throws SQLException {
        DeliveryFailure failure = DeliveryFailure.of(exception);
        if (!failure.reason().equals(failures.put(delivery.channel(), failure.reason()))) {
            LOG.error("Channel {} of alerts fails, and is tried again: {}", delivery.channel(), failure.reason());
        }
        Instant now = Instant.now();
        if (LocalAlerts.isLocal(delivery)) {
            local.failed(delivery, now.plus(wait(delivery)));
        } else if (isHopeless(delivery, failure, now)) {
            LOG.error("Channel {} of alerts was not told of one: {}", delivery.channel(), failure.reason());
            outbox.giveUp(delivery.deliveryId(), failure.reason());
        } else {
            outbox.failed(delivery.deliveryId(), failure.reason(), now.plus(wait(delivery)));
        }
    }

    private static boolean isHopeless(AlertDelivery delivery, DeliveryFailure failure, Instant now) {
        return failure.refused() && delivery.attempts() >= MAX_REFUSALS
                || delivery.createdAt().plus(WORTH_TELLING).isBefore(now);
    }

    /** Twice as long each time. */
    private static Duration wait(AlertDelivery delivery) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(20, Math.max(0, delivery.attempts() - 1)));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** What a delivery tells. */
    public AlertEvent event(@Body AlertDelivery delivery) {
        return AlertEvent.parse(delivery.message());
    }
}
