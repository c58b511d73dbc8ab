package io.lidc.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** When each source was last read to its end. A source that never was has the time 0: an alert on the age needs no case for it. */
public final class LastSuccess {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, AtomicLong> times = new ConcurrentHashMap<>();

    /** Times into a registry. */
    public LastSuccess(MeterRegistry registry) {
        this(registry, Clock.systemUTC());
    }

    LastSuccess(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Shows a source that was not read to its end yet. */
    public void expect(String source) {
        time(source);
    }

    /** Notes that a source was read to its end just now. */
    public void succeeded(String source) {
        time(source).set(clock.millis());
    }

    private AtomicLong time(String source) {
        return times.computeIfAbsent(source, name -> {
            AtomicLong time = new AtomicLong();
            TimeGauge.builder("lidc.last.successful.run.timestamp", time, TimeUnit.MILLISECONDS, AtomicLong::get)
                    .description("When a source was last read to its end, as Unix time; 0 where it was not yet")
                    .tag("source", name)
                    .register(registry);
            return time;
        });
    }
}
