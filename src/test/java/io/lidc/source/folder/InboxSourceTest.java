package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Verdict;
import io.lidc.source.folder.InboxSource.AfterCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxSourceTest {
    private static final Verdict READABLE = new Verdict(true, "run-1");
    private static final Verdict UNREADABLE = new Verdict(false, "run-1");

    @TempDir
    private Path folder;

    @Test
    void listsAFileThatHasNotChangedForAWhile() throws IOException {
        drop("a/1.dcm");

        assertThat(list(AfterCommit.MOVE)).hasSize(1);
    }

    @Test
    void leavesAFileThatChangedAMomentAgo() throws IOException {
        Files.setLastModifiedTime(drop("1.dcm"), FileTime.from(Instant.now()));

        assertThat(list(AfterCommit.MOVE)).isEmpty();
    }

    @Test
    void takesAFileWhoseTimeIsAheadOfTheClock() throws IOException {
        Files.setLastModifiedTime(drop("1.dcm"), FileTime.from(Instant.now().plusSeconds(86_400)));

        assertThat(list(AfterCommit.MOVE)).hasSize(1);
    }

    @Test
    void leavesNamesThatBeginWithADot() throws IOException {
        drop(".1.dcm.part");
        drop(".done/2.dcm");

        assertThat(list(AfterCommit.MOVE)).isEmpty();
    }

    @Test
    void movesAReadableFileToDone() throws IOException {
        drop("a/1.dcm");
        acknowledge(AfterCommit.MOVE, READABLE);

        assertThat(files()).containsExactly("in/.done/a/1.dcm");
    }

    @Test
    void keepsBothFilesWhereANameIsUsedAgain() throws IOException {
        drop("1.dcm");
        acknowledge(AfterCommit.MOVE, READABLE);
        drop("1.dcm");
        acknowledge(AfterCommit.MOVE, READABLE);

        assertThat(files()).hasSize(2).allMatch(name -> name.startsWith("in/.done/1.dcm"));
    }

    @Test
    void deletesAReadableFileWhenToldTo() throws IOException {
        drop("1.dcm");
        acknowledge(AfterCommit.DELETE, READABLE);

        assertThat(files()).isEmpty();
    }

    @Test
    void leavesAFileWhenToldTo() throws IOException {
        drop("1.dcm");
        acknowledge(AfterCommit.LEAVE, UNREADABLE);

        assertThat(files()).containsExactly("in/1.dcm");
    }

    @Test
    void movesAnUnreadableFileBesideItsRecord() throws IOException {
        drop("1.dcm");
        String name = list(AfterCommit.DELETE).get(0).location().deadLetterName();
        acknowledge(AfterCommit.DELETE, UNREADABLE);

        assertThat(files()).containsExactly("dead/run-1/" + name);
    }

    @Test
    void takesAFileThatIsGoneForPutAway() throws IOException {
        drop("1.dcm");
        ObjectReference object = list(AfterCommit.MOVE).get(0);
        Files.delete(folder.resolve("in/1.dcm"));
        object.acknowledgement().acknowledge(READABLE);

        assertThat(files()).isEmpty();
    }

    private Path drop(String name) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private List<ObjectReference> list(AfterCommit afterCommit) {
        List<ObjectReference> objects = new ArrayList<>();
        new InboxSource(folder.resolve("in"), Duration.ofSeconds(10), afterCommit, folder.resolve("dead"))
                .list()
                .forEachRemaining(objects::add);
        return objects;
    }

    private void acknowledge(AfterCommit afterCommit, Verdict verdict) throws IOException {
        for (ObjectReference object : list(afterCommit)) {
            object.acknowledgement().acknowledge(verdict);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
