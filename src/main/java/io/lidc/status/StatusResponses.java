package io.lidc.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.health.Health;
import io.lidc.health.HealthChecks;
import io.lidc.metrics.ObservedPolls;
import io.lidc.metrics.PollMetrics;
import io.lidc.metrics.WaitingMetrics;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import io.lidc.source.Waiting;
import io.lidc.status.StatusDocument.DatabaseState;
import io.lidc.status.StatusDocument.SourceState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Makes the status document. It answers in seconds, whatever hangs. */
public final class StatusResponses {
    private final ObjectMapper json = new ObjectMapper();
    private final Instant startedAt = Instant.now();
    private final String version;
    private final Activity activity;
    private final HealthChecks health;
    private final PollMetrics polls;
    private final WaitingMetrics waiting;
    private final StatusReport report;
    private final DatabaseAnswers database;

    /** @param version of the program */
    public StatusResponses(
            String version,
            DataSource dataSource,
            Activity activity,
            HealthChecks health,
            PollMetrics polls,
            WaitingMetrics waiting,
            StatusReport report) {
        this.version = version;
        this.activity = activity;
        this.health = health;
        this.polls = polls;
        this.waiting = waiting;
        this.report = report;
        this.database = new DatabaseAnswers(dataSource);
    }

    /** Responds with the document as JSON. */
    public void json(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json.writeValueAsString(document(exchange.getContext())));
    }

    private StatusDocument document(CamelContext context) {
        Future<DatabaseState> asked = database.ask();
        Health ready = health.ready(context);
        return new StatusDocument(
                version,
                text(startedAt),
                text(Instant.now()),
                ready,
                activity.throughput().recent(),
                outcomes(activity.all()),
                activity.failures(),
                sources(),
                text(report.writtenAt()),
                database.await(asked));
    }

    private List<SourceState> sources() {
        List<SourceState> sources = new ArrayList<>();
        for (ObservedPolls polled : polls.sources()) {
            Totals totals = activity.of(polled.source());
            sources.add(new SourceState(
                    polled.source(),
                    polled.isUp(),
                    polled.isPolling(),
                    text(polled.succeededAt()),
                    text(polled.failedAt()),
                    totals.discovered(),
                    totals.count(Outcome.FAILED),
                    waiting.of(polled.source()).map(Waiting::objects).orElse(null)));
        }
        Set<String> shown = sources.stream().map(SourceState::name).collect(Collectors.toSet());
        activity.bySource().forEach((name, totals) -> {
            if (!shown.contains(name)) {
                sources.add(received(name, totals));
            }
        });
        return sources;
    }

    /** What is not polled is known by what has come from it. */
    private static SourceState received(String name, Totals totals) {
        return new SourceState(name, null, false, null, null, totals.discovered(), totals.count(Outcome.FAILED), null);
    }

    private static Map<String, Long> outcomes(Totals totals) {
        Map<String, Long> outcomes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.name(), totals.count(outcome));
        }
        return outcomes;
    }

    private static String text(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
