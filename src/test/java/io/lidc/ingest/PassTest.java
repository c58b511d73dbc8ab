package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lidc.model.Location;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.testing.ListedSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassTest {
    private final CamelContext context = new DefaultCamelContext();
    private final List<Object> told = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    @BeforeEach
    void startTheRoutes() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:run-begin").process(exchange -> told.add("begun"));
                from("direct:run-end")
                        .process(exchange -> told.add(exchange.getMessage().getBody()));
            }
        });
        context.start();
    }

    @AfterEach
    void stopTheRoutes() {
        context.stop();
    }

    @Test
    void takesChunksInTheOrderOfDiscovery() throws Exception {
        pass().over(run(5), true, chunk -> steps.add(chunk.getDiscovered().toString()));

        assertThat(steps).containsExactly("[memory:0, memory:1]", "[memory:2, memory:3]", "[memory:4]");
    }

    @Test
    void listsTheNextChunkOnlyOnceTheCurrentIsDone() throws Exception {
        Source source = new Source() {
            @Override
            public String uri() {
                return "memory:";
            }

            @Override
            public Iterator<ObjectReference> list() {
                return references(4).stream()
                        .peek(object -> steps.add("list " + object))
                        .iterator();
            }
        };
        IngestRun run = new IngestRun(List.of(source), false);
        pass().over(run, true, chunk -> steps.add("chunk"));

        assertThat(steps)
                .containsExactly("list memory:0", "list memory:1", "chunk", "list memory:2", "list memory:3", "chunk");
    }

    @Test
    void countsAsDiscoveredWhatIsInTheChunksThatItTook() {
        IngestRun run = run(5);
        catchThrowable(() -> pass().over(run, true, PassTest::fail));

        assertThat(run.discovered()).isEqualTo(2);
    }

    @Test
    void takesNoChunkAfterOneThatFails() {
        catchThrowable(() -> pass().over(run(5), true, chunk -> {
            steps.add("chunk");
            fail(chunk);
        }));

        assertThat(steps).containsExactly("chunk");
    }

    @Test
    void throwsWhatAChunkFailsOf() {
        assertThat(catchThrowable(() -> pass().over(run(5), true, PassTest::fail)))
                .isInstanceOf(IOException.class)
                .hasMessage("no room");
    }

    @Test
    void tellsTheEndOfARunThatFailsWithTheReason() {
        catchThrowable(() -> pass().over(run(5), true, PassTest::fail));

        assertThat(told.get(1)).isInstanceOfSatisfying(RunSummary.class, end -> assertThat(end)
                .returns(RunState.FAILED, RunSummary::state)
                .returns("no room", RunSummary::reason));
    }

    @Test
    void takesNoChunkAfterAStopIsRequested() throws Exception {
        IngestRun run = run(5);
        pass().over(run, true, chunk -> {
            steps.add("chunk");
            run.requestStop();
        });

        assertThat(steps).containsExactly("chunk");
    }

    @Test
    void tellsNothingOfAnEmptyRunUnlessToldTo() throws Exception {
        pass().over(run(0), false, chunk -> steps.add("chunk"));

        assertThat(told).isEmpty();
    }

    private static void fail(Chunk chunk) throws IOException {
        throw new IOException("no room");
    }

    private Pass pass() {
        return new Pass(context.createProducerTemplate(), new FailureThreshold(0.1), 2, 1);
    }

    private static IngestRun run(int objects) {
        return new IngestRun(List.of(new ListedSource("memory:", references(objects))), false);
    }

    private static List<ObjectReference> references(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ObjectReference.at(new Location("memory:" + i, 1, "1")))
                .toList();
    }
}
