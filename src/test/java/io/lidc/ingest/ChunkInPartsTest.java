package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.model.Extraction;
import io.lidc.model.Instance;
import io.lidc.model.Location;
import io.lidc.model.Metadata;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import io.lidc.source.ObjectReference;
import io.lidc.store.CommittedChunk;
import io.lidc.store.KnownObjects;
import io.lidc.store.ReadChunk;
import io.lidc.testing.ListedSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chunk whose extractions hold much is committed before all of it is read. */
class ChunkInPartsTest {
    private final List<ObjectReference> objects = IntStream.range(0, 4)
            .mapToObj(i -> ObjectReference.at(new Location("memory:" + i, 1, "1")))
            .toList();
    private final IngestRun run = new IngestRun(List.of(new ListedSource("memory:", objects)), false);
    private final Chunk chunk =
            new Chunk(run, new ListedSource("memory:", objects), objects, new HeldExtractions(100_000));

    @BeforeEach
    void lookUp() {
        chunk.lookedUp(new KnownObjects(Set.of("memory:0"), Set.of(), Map.of()));
    }

    @Test
    void isFullOnceItsExtractionsHoldAsMuchAsTheyMay() {
        Extraction.Read read = read("memory:1", "x".repeat(100_000));
        chunk.hold(read, 0);

        assertThat(chunk.isFull()).isTrue();
    }

    @Test
    void countsNothingForHeadersOfUsualLength() {
        for (int i = 0; i < 100; i++) {
            chunk.hold(read("memory:1", null), 8_192);
        }

        assertThat(chunk.isFull()).isFalse();
    }

    @Test
    void isReadOnOnceWhatItHeldIsCommitted() {
        chunk.hold(read("memory:1", "x".repeat(100_000)), 0);
        commit(read("memory:1", null), null, read("memory:3", null));

        assertThat(chunk.isFull()).isFalse();
    }

    @Test
    void storesWhatWasReadFirstAndTheUnchanged() {
        chunk.add(read("memory:1", null));
        chunk.add(null);
        chunk.add(read("memory:3", null));
        ReadChunk part = chunk.read();

        assertThat(List.of(
                        part.discovered(), part.unchanged(), part.extractions().size()))
                .containsExactly(3, 1, 2);
    }

    @Test
    void countsTheUnchangedOnce() {
        commit(read("memory:1", null), null, read("memory:3", null));
        chunk.add(read("memory:2", null));

        assertThat(chunk.read().discovered()).isEqualTo(1);
    }

    @Test
    void isNotCommittedBeforeItsLastPartIs() {
        commit(read("memory:1", null), null, read("memory:3", null));

        assertThat(chunk.isCommitted()).isFalse();
    }

    @Test
    void hasAnOutcomeForEachObjectInTheEnd() {
        commit(read("memory:1", null), null, read("memory:3", null));
        commit(read("memory:2", null));

        assertThat(chunk.isCommitted()).isTrue();
        assertThat(chunk.getOutcomes())
                .containsOnlyKeys("memory:1", "memory:2", "memory:3")
                .containsEntry("memory:3", Outcome.STORED);
    }

    private void commit(Extraction... extractions) {
        for (Extraction extraction : extractions) {
            chunk.add(extraction);
        }
        List<Outcome> outcomes = chunk.read().extractions().stream()
                .map(extraction -> Outcome.STORED)
                .toList();
        chunk.stored(new CommittedChunk(Totals.NONE, outcomes));
    }

    private static Extraction.Read read(String uri, String extra) {
        Instance instance = new Instance("1.2.3", "1.2.840.10008.1.2.1", "00", null, extra, List.of());
        return new Extraction.Read(new Location(uri, 1, "1"), new Metadata(null, null, null, instance), 4_096);
    }
}
