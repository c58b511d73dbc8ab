package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Content;
import io.lidc.source.ObjectReference.Parsed;
import io.lidc.source.ObjectReference.Unread;
import io.lidc.testing.DicomFile;
import io.lidc.testing.ListedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkIteratorTest {
    private static final Content UNREAD = new Unread(null);

    @Test
    void cutsAListingIntoChunksOfTheWantedSize() {
        assertThat(sizes(new ChunkIterator(run(5, UNREAD), 2))).containsExactly(2, 2, 1);
    }

    @Test
    void endsAChunkEarlyWhoseReferencesHoldMuch() throws Exception {
        byte[] file = DicomFile.instance(1, "CT").withPrivateBytes(10 << 20).bytes();
        Content held = new Parsed(new Part10Reader().read(new BytesSource(file)));

        assertThat(sizes(new ChunkIterator(run(5, held), 500))).containsExactly(2, 2, 1);
    }

    @Test
    void endsWhenAStopIsRequested() {
        IngestRun run = run(5, UNREAD);
        run.requestStop();

        assertThat(new ChunkIterator(run, 2).hasNext()).isFalse();
    }

    private static List<Integer> sizes(ChunkIterator chunks) {
        List<Integer> sizes = new ArrayList<>();
        chunks.forEachRemaining(chunk -> sizes.add(chunk.getDiscovered().size()));
        return sizes;
    }

    private static IngestRun run(int objects, Content content) {
        List<ObjectReference> references = IntStream.range(0, objects)
                .mapToObj(i -> new ObjectReference(new Location("memory:" + i, 1, "1"), content))
                .toList();
        return new IngestRun(List.of(new ListedSource("memory:", references)), false);
    }
}
