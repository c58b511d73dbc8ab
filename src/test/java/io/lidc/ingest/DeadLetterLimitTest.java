package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.ingest.deadletter.DeadLetter;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.source.ObjectReference;
import io.lidc.store.KnownObjects;
import io.lidc.testing.ListedSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class DeadLetterLimitTest {
    private final IngestRun run = new IngestRun(List.of(), false);
    private final DeadLetterLimit limit = new DeadLetterLimit(5);
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void leavesARecordOfEachUnreadableObjectUpToTheBound() {
        assertThat(within(failures(5))).hasSize(5);
    }

    @Test
    void countsTheRecordsOfAllChunksOfARun() {
        within(failures(3));

        assertThat(within(failures(3))).hasSize(2);
    }

    @Test
    void leavesNoneBeyondTheBound() {
        within(failures(9));

        assertThat(within(failures(3))).isEmpty();
    }

    @Test
    void countsNoRecordsOfAChunkThatWillBeDeliveredAgain() {
        within(failures(4));
        exchange.getExchangeExtension().handoverCompletions().forEach(completion -> completion.onFailure(exchange));

        assertThat(within(failures(4))).hasSize(4);
    }

    private List<DeadLetter> within(Chunk chunk) {
        return limit.within(chunk, exchange);
    }

    private Chunk failures(int count) {
        List<ObjectReference> objects = IntStream.range(0, count)
                .mapToObj(i -> ObjectReference.at(new Location("memory:" + i, 1, "1")))
                .toList();
        Chunk chunk = new Chunk(run, new ListedSource("memory:", objects), objects);
        chunk.lookedUp(new KnownObjects(Set.of(), Set.of(), Map.of()));
        objects.forEach(object -> chunk.add(
                new Extraction.Unreadable(object.location(), Outcome.FAILED, "TRUNCATED", 0, "the object ends", 0)));
        return chunk;
    }
}
