package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lidc.dicom.HeaderReader;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.folder.FolderSource;
import io.lidc.testing.LocalSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory that runs out ends what needed it, and nothing else. */
class OutOfMemoryTest {
    private static final HeaderReader GREEDY = source -> {
        throw new OutOfMemoryError("Java heap space");
    };

    @TempDir
    private Path folder;

    @Test
    void isTheOutcomeOfTheObjectThatWasRead() throws IOException {
        assertThat(extraction())
                .isInstanceOfSatisfying(Extraction.Unreadable.class, failure -> assertThat(failure.errorCode())
                        .isEqualTo("OUT_OF_MEMORY"));
    }

    @Test
    void leavesTheObjectToTheNextRun() throws IOException {
        Location listed = object().location();

        assertThat(extraction().location()).isEqualTo(listed.inNoState());
    }

    @Test
    void endsARunWhoseListingMeetsItAsFailed() throws Exception {
        List<Object> ends = new ArrayList<>();
        CamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:run-begin").log("begun");
                from("direct:run-end")
                        .process(exchange -> ends.add(exchange.getMessage().getBody()));
            }
        });
        context.start();
        Pass pass = new Pass(context.createProducerTemplate(), new FailureThreshold(0.1), 2, 1);
        catchThrowable(() -> pass.over(new IngestRun(List.of(new Endless()), false), true, chunk -> {}));
        context.stop();

        assertThat(ends).singleElement().isInstanceOfSatisfying(RunSummary.class, end -> assertThat(end)
                .returns(RunState.FAILED, RunSummary::state)
                .returns("java.lang.OutOfMemoryError: Java heap space", RunSummary::reason));
    }

    private Extraction extraction() throws IOException {
        return new Extractor(LocalSources.create().sources(), GREEDY, null).extract(object(), null);
    }

    private ObjectReference object() throws IOException {
        Files.writeString(folder.resolve("a.dcm"), "x");
        return new FolderSource(folder).list().next();
    }

    private record Endless() implements Source {
        @Override
        public String uri() {
            return "memory:";
        }

        @Override
        public Iterator<ObjectReference> list() {
            throw new OutOfMemoryError("Java heap space");
        }
    }
}
