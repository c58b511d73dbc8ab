package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Unavailable;
import io.lidc.source.ObjectReference.Unread;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceOptions.AfterCommit;
import io.lidc.source.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
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

    @Test
    void findsUnderTheSamePlaceWhatAnEarlierPassDidNotPutAway() throws IOException {
        drop("a/1.dcm");
        List<ObjectReference> before = list(AfterCommit.MOVE);

        assertThat(list(AfterCommit.MOVE))
                .extracting(ObjectReference::location)
                .containsExactly(before.get(0).location());
    }

    @Test
    void putsAwayWhatAnEarlierPassDidNot() throws IOException {
        drop("a/1.dcm");
        list(AfterCommit.MOVE);
        acknowledge(AfterCommit.MOVE, READABLE);

        assertThat(files()).containsExactly("in/.done/a/1.dcm");
    }

    @Test
    void findsBesideItsRecordWhatAnEarlierPassCouldNotReadAndDidNotPutAway() throws IOException {
        String place = unreadableAndNotPutAway();

        assertThat(list(AfterCommit.MOVE)).extracting(Object::toString).containsExactly(place);
    }

    @Test
    void findsItThereAlsoAfterAnotherPassThatDidNotPutItAway() throws IOException {
        String place = unreadableAndNotPutAway();
        list(AfterCommit.MOVE);

        assertThat(list(AfterCommit.MOVE)).extracting(Object::toString).containsExactly(place);
    }

    @Test
    void putsItThereWhicheverRunComesToTheVerdict() throws IOException {
        String place = unreadableAndNotPutAway();
        acknowledge(AfterCommit.MOVE, new Verdict(false, "run-2"));

        assertThat(files())
                .containsExactly(folder.relativize(Path.of(URI.create(place))).toString());
    }

    @Test
    void givesEachFileToOneOfTwoPasses() throws IOException {
        for (int i = 0; i < 20; i++) {
            drop(i + ".dcm");
        }
        Iterator<ObjectReference> one = inbox(AfterCommit.MOVE).list();
        Iterator<ObjectReference> other = inbox(AfterCommit.MOVE).list();
        List<String> listed = new ArrayList<>();
        while (one.hasNext() || other.hasNext()) {
            for (Iterator<ObjectReference> pass : List.of(one, other)) {
                if (pass.hasNext()) {
                    listed.add(pass.next().toString());
                }
            }
        }

        assertThat(listed).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void keepsPlacesApartWhereANameIsUsedAgainWhileTheFirstFileIsClaimed() throws IOException {
        drop("1.dcm");
        ObjectReference first = inbox(AfterCommit.MOVE).list().next();
        drop("1.dcm");

        assertThat(list(AfterCommit.MOVE))
                .hasSize(1)
                .extracting(Object::toString)
                .doesNotContain(first.toString());
    }

    @Test
    void leavesNothingBehindButTheFilesItPutAway() throws IOException {
        drop("a/1.dcm");
        unreadableAndNotPutAway();
        acknowledge(AfterCommit.DELETE, UNREADABLE);

        assertThat(folder.resolve("in/.claimed")).isEmptyDirectory();
    }

    @Test
    void listsAFileThatCannotBeMovedAsUnavailable() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeThat(memory).isWritable();
        Path elsewhere = Files.createTempDirectory(memory, "inbox");
        try {
            Path file = Files.writeString(elsewhere.resolve("1.dcm"), "x");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            drop("2.dcm");
            Files.createSymbolicLink(folder.resolve("in/elsewhere"), elsewhere);

            assertThat(list(AfterCommit.MOVE))
                    .extracting(ObjectReference::content)
                    .hasAtLeastOneElementOfType(Unread.class)
                    .hasAtLeastOneElementOfType(Unavailable.class);
        } finally {
            Files.delete(elsewhere.resolve("1.dcm"));
            Files.delete(elsewhere);
        }
    }

    /** The place that the file was to have. */
    private String unreadableAndNotPutAway() throws IOException {
        drop("b/2.dcm");
        Source inbox = inbox(AfterCommit.MOVE);
        Iterator<ObjectReference> listing = inbox.list();
        String place = null;
        while (listing.hasNext()) {
            ObjectReference object = listing.next();
            place = object.toString().endsWith("2.dcm") ? inbox.uriOfUnreadable(object, "run-1") : place;
        }
        ((Closeable) listing).close();
        return place;
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
