package io.lidc.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.dicom.ByteSource;
import io.lidc.ingest.Chunk;
import io.lidc.model.Location;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import io.lidc.source.Sources;
import io.lidc.testing.ListedSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceConsumerTest {
    private static final int STARTS = 20;
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final CamelContext context = new DefaultCamelContext();
    private final List<RunSummary> ended = new CopyOnWriteArrayList<>();
    private final AtomicInteger polls = new AtomicInteger();
    private final Semaphore polled = new Semaphore(0);
    private final Map<String, Integer> objects = new ConcurrentHashMap<>();

    /** {@code trial:NAME}, of as many objects as the test says. */
    private final class TrialProvider implements SourceProvider {
        @Override
        public boolean handles(String uri) {
            return true;
        }

        @Override
        public Source list(String uri, SourceOptions options) {
            polls.incrementAndGet();
            polled.release();
            return new ListedSource(
                    uri,
                    IntStream.range(0, objects.getOrDefault(uri, 0))
                            .mapToObj(i -> ObjectReference.at(new Location(uri + "/" + i, 1, "1")))
                            .toList());
        }

        @Override
        public ByteSource open(Location location) {
            throw new UnsupportedOperationException("nothing is read");
        }
    }

    /** Leaves a poll time to come before what starts next. */
    private final class LateComponent extends DefaultComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            return new DefaultEndpoint(uri, this) {
                @Override
                public Producer createProducer() {
                    throw new UnsupportedOperationException("nothing is sent");
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    return new DefaultConsumer(this, processor) {
                        @Override
                        protected void doStart() throws Exception {
                            polled.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
                            super.doStart();
                        }
                    };
                }
            };
        }
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    @SuppressWarnings("try") // Closing a context may be interrupted; nobody does.
    void pollsNothingBeforeEveryRouteIsStarted() throws Exception {
        for (int i = 0; i < STARTS; i++) {
            CamelContext other = new DefaultCamelContext();
            try {
                objects.put("trial:a", 3);
                other.addComponent("late", new LateComponent());
                start(other, new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("dicom-source:trial:a?delay=1&repeatCount=1")
                                .startupOrder(1)
                                .to("direct:last");
                        from("late:start").startupOrder(2).log("${body}");
                        from("direct:last").startupOrder(900).log("${body}");
                    }
                });
                int runs = i + 1;
                await().until(() -> ended.size() == runs);
                polled.drainPermits();
            } finally {
                other.stop();
            }
        }

        assertThat(ended).extracting(RunSummary::reason).containsOnlyNulls();
    }

    @Test
    void endsNoRunWhereNothingIsFound() throws Exception {
        start(context, new RouteBuilder() {
            @Override
            public void configure() {
                from("dicom-source:trial:a?delay=1").log("${body}");
            }
        });
        await().until(() -> polls.get() > 3);

        assertThat(ended).isEmpty();
    }

    @Test
    void endsARunAsFailedWhereAChunkFails() throws Exception {
        objects.put("trial:a", 3);
        start(context, new RouteBuilder() {
            @Override
            public void configure() {
                from("dicom-source:trial:a?delay=1")
                        .errorHandler(noErrorHandler())
                        .throwException(new IllegalStateException("no room"));
            }
        });
        await().until(() -> !ended.isEmpty());

        assertThat(ended.get(0)).returns(RunState.FAILED, RunSummary::state).returns("no room", RunSummary::reason);
    }

    @Test
    void pollsAgainAfterARunThatFailed() throws Exception {
        objects.put("trial:a", 3);
        start(context, new RouteBuilder() {
            @Override
            public void configure() {
                from("dicom-source:trial:a?delay=1")
                        .errorHandler(noErrorHandler())
                        .throwException(new IllegalStateException("no room"));
            }
        });

        await().until(() -> ended.size() > 2);
    }

    @Test
    void endsTheRunOfARouteThatIsStopped() throws Exception {
        objects.put("trial:a", 3);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        List<Integer> chunks = new CopyOnWriteArrayList<>();
        start(context, new RouteBuilder() {
            @Override
            public void configure() {
                from("dicom-source:trial:a?delay=1&chunkSize=1").id("polled").process(exchange -> {
                    Chunk chunk = exchange.getMessage().getBody(Chunk.class);
                    chunks.add(chunk.getDiscovered().size());
                    arrived.countDown();
                    stopping.await();
                    await().until(() -> chunk.run().stopRequested());
                });
            }
        });
        arrived.await();
        Thread stopper = new Thread(() -> stopRoute("polled"));
        stopper.start();
        stopping.countDown();
        stopper.join();

        assertThat(chunks).hasSize(1);
        assertThat(ended).hasSize(1);
    }

    private void stopRoute(String route) {
        try {
            context.getRouteController().stopRoute(route);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(CamelContext camel, RouteBuilder polled) throws Exception {
        // As the program has it: what is not there is a failure, and nothing waits for it.
        camel.getComponent("direct", DirectComponent.class).setBlock(false);
        TrialProvider provider = new TrialProvider();
        camel.getRegistry()
                .bind(
                        "dicom-source",
                        new SourceComponent(new Sources(() -> List.of(provider), source -> source), 500, 0.1));
        camel.addRoutes(polled);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:run-begin").startupOrder(901).log("${body}");
                from("direct:run-end")
                        .startupOrder(902)
                        .process(exchange -> ended.add(exchange.getMessage().getBody(RunSummary.class)));
            }
        });
        camel.start();
    }
}
