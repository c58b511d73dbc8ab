package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.BytesSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkIteratorTest {

    @Test
    void cutsAListingIntoChunksOfTheWantedSize() {
        assertThat(sizes(run(5, 0).chunks(2))).containsExactly(2, 2, 1);
    }

    @Test
    void endsAChunkEarlyWhoseReferencesHoldMuch() {
        assertThat(sizes(run(5, 10 << 20).chunks(500))).containsExactly(2, 2, 1);
    }

    @Test
    void countsAsDiscoveredWhatItHasGiven() {
        IngestRun run = run(5, 0);
        run.chunks(2).next();

        assertThat(run.discovered()).isEqualTo(2);
    }

    @Test
    void endsWhenAStopIsRequested() {
        IngestRun run = run(5, 0);
        run.requestStop();

        assertThat(run.chunks(2).hasNext()).isFalse();
    }

    private static List<Integer> sizes(Iterator<List<ObjectReference>> chunks) {
        List<Integer> sizes = new ArrayList<>();
        chunks.forEachRemaining(chunk -> sizes.add(chunk.size()));
        return sizes;
    }

    private static IngestRun run(int objects, int held) {
        List<ObjectReference> references = IntStream.range(0, objects)
                .mapToObj(i -> new ObjectReference(
                                new Location("memory:" + i, 1, "1"), () -> new BytesSource(new byte[1]))
                        .holding(held))
                .toList();
        Source source = new Source() {
            @Override
            public String uri() {
                return "memory:";
            }

            @Override
            public Iterator<ObjectReference> list() {
                return references.iterator();
            }
        };
        return new IngestRun(List.of(source), false);
    }
}
