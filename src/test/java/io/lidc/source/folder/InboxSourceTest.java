package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceOptions.AfterCommit;
import io.lidc.source.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
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
    void listsAFileUnderThePlaceThatItWillHave() throws IOException {
        drop("a/1.dcm");

        assertThat(list(AfterCommit.MOVE))
                .extracting(Object::toString)
                .containsExactly(folder.toUri() + "in/.done/a/1.dcm");
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
        String name =
                acknowledge(AfterCommit.DELETE, UNREADABLE).get(0).location().deadLetterName();

        assertThat(files()).containsExactly("dead/run-1/" + name);
    }

    @Test
    void takesAFileThatIsGoneForPutAway() throws IOException {
        drop("1.dcm");
        Source inbox = inbox(AfterCommit.MOVE);
        for (ObjectReference object : list(inbox)) {
            Files.delete(Path.of(object.hint()));
            inbox.acknowledge(object, READABLE);
        }

        assertThat(files()).noneMatch(name -> name.endsWith(".dcm"));
    }

    private Path drop(String name) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private Source inbox(AfterCommit afterCommit) {
        return new InboxSource(
                folder.resolve("in"),
                SourceOptions.DEFAULT.forFiles(afterCommit, Duration.ofSeconds(10), folder.resolve("dead")));
    }

    private List<ObjectReference> list(AfterCommit afterCommit) throws IOException {
        return list(inbox(afterCommit));
    }

    private static List<ObjectReference> list(Source inbox) throws IOException {
        return told(inbox, null);
    }

    private List<ObjectReference> acknowledge(AfterCommit afterCommit, Verdict verdict) throws IOException {
        return told(inbox(afterCommit), verdict);
    }

    /** One pass, at the end of which all objects are acknowledged if there is a verdict. */
    private static List<ObjectReference> told(Source inbox, Verdict verdict) throws IOException {
        List<ObjectReference> objects = new ArrayList<>();
        Iterator<ObjectReference> listing = inbox.list();
        listing.forEachRemaining(objects::add);
        if (verdict != null) {
            for (ObjectReference object : objects) {
                inbox.acknowledge(object, verdict);
            }
        }
        if (listing instanceof Closeable closeable) {
            closeable.close();
        }
        return objects;
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
