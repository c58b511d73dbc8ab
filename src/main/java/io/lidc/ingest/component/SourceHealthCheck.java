package io.lidc.ingest.component;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Readiness: down while a source is unavailable. Camel's check of polling consumers waits for the end of the first poll, which may read
 * an archive for hours.
 */
final class SourceHealthCheck extends AbstractHealthCheck {
    private final PollFailures failures;

    SourceHealthCheck(PollFailures failures) {
        super("lidc", "source");
        this.failures = failures;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.state(failures.state());
    }
}
