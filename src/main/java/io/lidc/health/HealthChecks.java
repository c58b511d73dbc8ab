package io.lidc.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;

/**
 * Camel's health checks, asked beside each other and each for a bounded time: an answer is there before a probe gives up, also while a
 * database hangs.
 */
public final class HealthChecks {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final ExecutorService executor = DaemonThreads.named("health-check");
    private final Map<String, BoundedCall<HealthCheck.Result>> calls = new ConcurrentHashMap<>();
    private final Duration timeout;

    /** A check that is being made. */
    private record Asked(CheckedPart part, BoundedCall<HealthCheck.Result> call, Future<HealthCheck.Result> attempt) {}

    /** Checks that get three seconds each. */
    public HealthChecks() {
        this(TIMEOUT);
    }

    HealthChecks(Duration timeout) {
        this.timeout = timeout;
    }

    /** Whether the process works: it is to be restarted otherwise. */
    public Health live(CamelContext context) {
        return of(context, HealthCheck.Kind.LIVENESS, HealthCheck::isLiveness);
    }

    /** Whether it can take objects in: database, sources, room for dead letters. */
    public Health ready(CamelContext context) {
        return of(context, HealthCheck.Kind.READINESS, HealthCheck::isReadiness);
    }

    /** Whether all routes have started. */
    public Health started(CamelContext context) {
        return Health.of(List.of(
                context.isStarted()
                        ? CheckResult.up("routes")
                        : CheckResult.down("routes", "they have not started yet")));
    }

    private Health of(CamelContext context, HealthCheck.Kind kind, Predicate<HealthCheck> wanted) {
        List<Asked> asked = new ArrayList<>();
        HealthCheckRegistry.get(context).stream()
                .filter(wanted)
                .sorted(Comparator.comparing(HealthCheck::getId))
                .map(check -> new CheckedPart(check, context))
                .filter(CheckedPart::isInForce)
                .forEach(part -> asked.add(ask(part, kind)));
        List<CheckResult> results = new ArrayList<>();
        for (Asked check : asked) {
            CheckResult result = result(check);
            if (check.part.isShown() || !result.isUp()) {
                results.add(result);
            }
        }
        return Health.of(results);
    }

    private Asked ask(CheckedPart part, HealthCheck.Kind kind) {
        HealthCheck check = part.check();
        BoundedCall<HealthCheck.Result> call = calls.computeIfAbsent(
                kind + check.getId(),
                id -> new BoundedCall<>(() -> check.call(Map.of(HealthCheck.CHECK_KIND, kind)), timeout, executor));
        return new Asked(part, call, call.start());
    }

    private static CheckResult result(Asked asked) {
        try {
            return asked.part.result(asked.call.await(asked.attempt));
        } catch (TimeoutException e) {
            return CheckResult.down(asked.part.name(), "it does not answer");
        } catch (ExecutionException e) {
            return CheckResult.down(asked.part.name(), e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CheckResult.down(asked.part.name(), "the check was interrupted");
        }
    }
}
