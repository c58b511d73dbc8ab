package io.lidc.metrics;

import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Locale;

/** Names as Prometheus advises, labels too: Camel's {@code routeId} is {@code route_id}. */
final class SnakeCaseLabels extends PrometheusNamingConvention {

    @Override
    public String tagKey(String key) {
        return super.tagKey(key.replaceAll("(?<=[a-z])(?=[A-Z])", "_")).toLowerCase(Locale.ROOT);
    }
}
