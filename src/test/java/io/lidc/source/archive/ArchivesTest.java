package io.lidc.source.archive;

import static io.lidc.source.archive.TestArchive.Item.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Parsed;
import io.lidc.source.ObjectReference.Unreadable;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import io.lidc.source.Sources;
import io.lidc.source.Verdict;
import io.lidc.source.archive.TestArchive.Item;
import io.lidc.source.archive.entry.ArchiveLimits;
import io.lidc.source.folder.FolderSource;
import io.lidc.testing.DicomFile;
import io.lidc.testing.LocalSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
    private final LocalSources local = LocalSources.create();
    private final Sources sources = local.sources();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.tgz", "A.ZIP"})
    void listsTheEntriesOfAnArchiveInItsPlace(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("1.dcm"), of("d/2.dcm"));

        assertThat(list()).extracting(this::relative).containsExactly(name + "!/1.dcm", name + "!/d/2.dcm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void givesTheBytesOfAnEntry(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("1.dcm"), of("2.dcm"), of("3.dcm"));

        assertThat(text(list().get(1))).isEqualTo("content of 2.dcm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void knowsTheSizeOfAnEntry(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("1.dcm"));

        assertThat(list().get(0).location().size()).isEqualTo("content of 1.dcm".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void escapesWhatAUriCannotHold(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("ä b!/#1.dcm"));

        assertThat(list()).extracting(this::relative).containsExactly(name + "!/%C3%A4%20b%21/%231.dcm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void tellsEntriesOfTheSameNameApart(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("1.dcm"), of("1.dcm"));

        assertThat(list()).extracting(this::relative).containsExactly(name + "!/1.dcm", name + "!/1.dcm#2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void findsAnUnchangedEntryInTheSameVersion(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("1.dcm"));

        assertThat(list().get(0).location()).isEqualTo(list().get(0).location());
    }

    @Test
    void givesAZipEntryWithOtherBytesAnotherVersion() throws IOException {
        TestArchive.write(folder.resolve("a.zip"), new Item("1.dcm", (byte) 1));
        String before = list().get(0).location().version();
        TestArchive.write(folder.resolve("a.zip"), new Item("1.dcm", (byte) 2));

        assertThat(list().get(0).location().version()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "zip, zip",
        "zip, tar",
        "zip, tgz",
        "tar, zip",
        "tar, tar",
        "tar, tgz",
        "tgz, zip",
        "tgz, tar",
        "tgz, tgz"
    })
    void readsAnArchiveThatIsNestedOnce(String outer, String inner) throws IOException {
        byte[] nested = TestArchive.bytes("in." + inner, of("1.dcm"), of("2.dcm"));
        TestArchive.write(folder.resolve("out." + outer), of("0.dcm"), new Item("in." + inner, nested), of("3.dcm"));

        assertThat(list())
                .extracting(this::relative, this::text)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"out.%1$s!/0.dcm\", \"content of 0.dcm\")".formatted(outer),
                        "(\"out.%1$s!/in.%2$s!/1.dcm\", \"content of 1.dcm\")".formatted(outer, inner),
                        "(\"out.%1$s!/in.%2$s!/2.dcm\", \"content of 2.dcm\")".formatted(outer, inner),
                        "(\"out.%1$s!/3.dcm\", \"content of 3.dcm\")".formatted(outer));
    }

    @Test
    void refusesAnArchiveThatIsNestedTwice() throws IOException {
        byte[] innermost = TestArchive.bytes("c.zip", of("1.dcm"));
        byte[] inner = TestArchive.bytes("b.zip", new Item("c.zip", innermost));
        TestArchive.write(folder.resolve("a.zip"), new Item("b.zip", inner), of("2.dcm"));

        assertThat(outcomes()).containsExactly("a.zip!/b.zip!/c.zip ARCHIVE_TOO_DEEP", "a.zip!/2.dcm");
    }

    @ParameterizedTest
    @CsvSource({
        "a.zip, /etc/x",
        "a.zip, ../x",
        "a.zip, d/../../x",
        "a.zip, C:/x",
        "a.tar, ../x",
        "a.tgz, ../x",
        "a.tgz, /x"
    })
    void refusesAnEntryWhoseNameLeadsOutOfTheArchive(String name, String entry) throws IOException {
        TestArchive.write(folder.resolve(name), of(entry), of("1.dcm"));

        assertThat(outcomes())
                .satisfiesExactly(refused -> assertThat(refused).endsWith(" UNSAFE_NAME"), sound -> assertThat(sound)
                        .isEqualTo(name + "!/1.dcm"));
    }

    @Test
    void refusesAnEncryptedEntry() throws IOException {
        byte[] bytes = TestArchive.bytes("a.zip", of("1.dcm"), of("2.dcm"));
        setFlag(bytes, "PK\1\2", 8);
        Files.write(folder.resolve("a.zip"), bytes);

        assertThat(outcomes()).containsExactly("a.zip!/1.dcm ENCRYPTED", "a.zip!/2.dcm");
    }

    @Test
    void refusesAnEncryptedEntryOfANestedZip() throws IOException {
        byte[] bytes = TestArchive.bytes("in.zip", of("1.dcm"));
        setFlag(bytes, "PK\3\4", 6);
        TestArchive.write(folder.resolve("a.tgz"), new Item("in.zip", bytes));

        assertThat(outcomes()).first().isEqualTo("a.tgz!/in.zip!/1.dcm ENCRYPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tgz"})
    void namesWhatIsNoArchiveAtAllBroken(String name) throws IOException {
        Files.writeString(folder.resolve(name), "no archive ".repeat(100));

        assertThat(outcomes()).containsExactly(name + " ARCHIVE_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tgz"})
    void namesAnArchiveThatIsCutOffBroken(String name) throws IOException {
        byte[] whole = TestArchive.bytes(name, of("1.dcm"), new Item("2.dcm", noise(100_000)), of("3.dcm"));
        Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 2));

        assertThat(outcomes()).last().isEqualTo(name + " ARCHIVE_BROKEN");
    }

    @Test
    void goesOnAfterABrokenArchive() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "no archive");
        Files.writeString(folder.resolve("b.dcm"), "x");

        assertThat(outcomes()).containsExactly("a.zip ARCHIVE_BROKEN", "b.dcm");
    }

    @Test
    void namesAnEntryThatDoesNotInflateBroken() throws IOException {
        byte[] bytes =
                TestArchive.bytes("a.zip", new Item("1.dcm", "x".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
        Arrays.fill(bytes, 40, 60, (byte) 0xFF);
        Files.write(folder.resolve("a.zip"), bytes);

        assertThat(outcomes()).containsExactly("a.zip!/1.dcm ARCHIVE_BROKEN");
    }

    @Test
    void refusesATarBombByItsRatio() throws IOException {
        TestArchive.bomb(folder.resolve("a.tgz"), 100 << 20);

        assertThat(outcomes()).last().isEqualTo("a.tgz ARCHIVE_RATIO");
    }

    @Test
    void refusesAZipBombByItsRatio() throws IOException {
        TestArchive.zipBomb(folder.resolve("a.zip"), 100 << 20);

        assertThat(outcomes()).containsExactly("a.zip!/zeros ARCHIVE_RATIO");
    }

    @Test
    void refusesANestedZipBombByItsRatio() throws IOException {
        Path bomb = TestArchive.zipBomb(folder.resolve("in.zip"), 100 << 20);
        TestArchive.write(folder.resolve("a.tgz"), new Item("in.zip", Files.readAllBytes(bomb)));
        Files.delete(bomb);

        assertThat(outcomes()).contains("a.tgz!/in.zip ARCHIVE_RATIO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tgz"})
    void stopsAtTheMostEntries(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("1.dcm"), of("2.dcm"), of("3.dcm"));

        assertThat(outcomes(new ArchiveLimits(2, 1 << 20, 500)))
                .containsExactly(name + "!/1.dcm", name + "!/2.dcm", name + " ARCHIVE_TOO_MANY_ENTRIES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tgz"})
    void stopsAtTheMostBytes(String name) throws IOException {
        TestArchive.write(folder.resolve(name), of("1.dcm"), new Item("2.dcm", noise(100_000)), of("3.dcm"));

        assertThat(outcomes(new ArchiveLimits(10, 50_000, 500))).last().isEqualTo(name + " ARCHIVE_TOO_LARGE");
    }

    @Test
    void refusesATarHeaderWithoutEnd() throws IOException {
        TestArchive.longName(folder.resolve("a.tar"), 2 << 20);

        assertThat(outcomes()).containsExactly("a.tar ARCHIVE_BROKEN");
    }

    @Test
    void holdsNoMoreOfAStreamedEntryThanItsHeader() throws IOException {
        byte[] file = DicomFile.instance(1, "CT").withPixels(noise(5 << 20)).bytes();
        TestArchive.write(folder.resolve("a.tgz"), new Item("1.dcm", file));

        assertThat(list().get(0).heldBytes()).isBetween(1L, 16L << 10);
    }

    @Test
    void holdsNothingOfAZipEntry() throws IOException {
        TestArchive.write(folder.resolve("a.zip"), new Item("1.dcm", noise(5 << 20)));

        assertThat(list().get(0).heldBytes()).isZero();
    }

    @Test
    void readsAZipBehindAProgramThatUnpacksIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[1000]);
        bytes.write(TestArchive.bytes("a.zip", of("1.dcm")));
        Files.write(folder.resolve("a.zip"), bytes.toByteArray());

        assertThat(text(list().get(0))).isEqualTo("content of 1.dcm");
    }

    @Test
    void acknowledgesAnArchiveOnlyAfterItsLastEntry() throws IOException {
        TestArchive.write(folder.resolve("a.zip"), of("1.dcm"), of("2.dcm"));
        Acknowledged archive = new Acknowledged(new FolderSource(folder), new ArrayList<>());
        Source expanded = expanded(archive);
        List<ObjectReference> entries = list(expanded);
        expanded.acknowledge(entries.get(0), new Verdict(true, "r"));
        assertThat(archive.verdicts).isEmpty();
        expanded.acknowledge(entries.get(1), new Verdict(true, "r"));

        assertThat(archive.verdicts).containsExactly(true);
    }

    @Test
    void acknowledgesAnArchiveAsReadableAlsoWhereAnEntryIsNot() throws IOException {
        TestArchive.write(folder.resolve("a.zip"), of("1.dcm"), of("2.dcm"));
        Acknowledged archive = new Acknowledged(new FolderSource(folder), new ArrayList<>());
        Source expanded = expanded(archive);
        for (ObjectReference entry : list(expanded)) {
            expanded.acknowledge(entry, new Verdict(entry.location().uri().endsWith("2.dcm"), "r"));
        }

        assertThat(archive.verdicts).containsExactly(true);
    }

    @Test
    void refusesToReadAStreamedEntryBackwards() throws IOException {
        TestArchive.write(folder.resolve("a.tgz"), new Item("1.dcm", noise(1 << 20)));

        try (ByteSource source = sources.open(list().get(0))) {
            source.read(500_000, new byte[1], 0, 1);
            assertThatThrownBy(() -> source.read(0, new byte[1], 0, 1))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.code()).isEqualTo("ENTRY_PASSED"));
        }
    }

    private static void setFlag(byte[] zip, String signature, int offset) {
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf(signature);
        zip[at + offset] |= 1;
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new java.util.Random(1).nextBytes(noise);
        return noise;
    }

    /** Tells which verdicts a source was told. */
    private record Acknowledged(Source source, List<Boolean> verdicts) implements Source {

        @Override
        public String uri() {
            return source.uri();
        }

        @Override
        public Iterator<ObjectReference> list() {
            return source.list();
        }

        @Override
        public void acknowledge(ObjectReference object, Verdict verdict) {
            verdicts.add(verdict.readable());
        }
    }

    private Source expanded(Source source) {
        return local.archives().expand(source, sources);
    }

    private List<ObjectReference> list() {
        return list(expanded(new FolderSource(folder)));
    }

    private static List<ObjectReference> list(Source source) {
        List<ObjectReference> entries = new ArrayList<>();
        source.list().forEachRemaining(entries::add);
        return entries;
    }

    private List<String> outcomes() {
        return list().stream().map(object -> relative(object) + code(object)).toList();
    }

    private List<String> outcomes(ArchiveLimits limits) {
        Source bounded = LocalSources.within(limits).archives().expand(new FolderSource(folder), sources);
        return list(bounded).stream()
                .map(object -> relative(object) + code(object))
                .toList();
    }

    private String code(ObjectReference object) {
        if (object.content() instanceof Parsed || object.content() instanceof Unreadable) {
            return "";
        }
        try (ByteSource source = sources.open(object)) {
            source.read(0, new byte[1000], 0, 1000);
            return "";
        } catch (SourceException e) {
            return " " + e.code();
        } catch (IOException e) {
            return " " + e;
        }
    }

    private String relative(ObjectReference object) {
        String uri = object.location().uri();
        return uri.substring(uri.indexOf(folder.getFileName().toString())
                + folder.getFileName().toString().length()
                + 1);
    }

    private String text(ObjectReference object) {
        byte[] bytes = new byte[100];
        try (ByteSource source = sources.open(object)) {
            return new String(bytes, 0, source.read(0, bytes, 0, 100), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
