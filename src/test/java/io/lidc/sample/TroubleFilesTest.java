package io.lidc.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleFilesTest {
    private static final SampleSeries SERIES = Contents.SERIES.get(0);

    @TempDir
    static Path temporary;

    private static WrittenSample sample;

    @BeforeAll
    static void writeSample() throws IOException {
        sample = SampleTree.write(temporary.resolve("sample"));
    }

    @Test
    void holdsOneOfEachKind() {
        assertThat(sample.troubles())
                .extracting(Trouble::kind)
                .hasSize(Trouble.Kind.values().length - sample.leftOut().size())
                .doesNotHaveDuplicates();
    }

    @Test
    void endsTheTruncatedFileInTheMiddleOfAValue() throws IOException {
        ByteBuffer file = littleEndian(read(Trouble.Kind.TRUNCATED));
        file.position(132);
        int remaining = file.remaining();
        int length = 0;
        while (length <= remaining) {
            file.position(file.position() + length);
            length = shortFormLength(file);
            remaining = file.remaining();
        }

        assertThat(remaining).isBetween(1, length - 1);
    }

    @Test
    void givesTextTheNameOfADicomFile() throws IOException {
        assertThat(new String(read(Trouble.Kind.TEXT), StandardCharsets.US_ASCII))
                .startsWith("This is no DICOM file");
    }

    @Test
    void leavesTheEmptyFileWithoutBytes() throws IOException {
        assertThat(read(Trouble.Kind.EMPTY)).isEmpty();
    }

    @Test
    void takesAllPermissionsFromTheUnreadableFile() throws IOException {
        assumeTrue(sample.leftOut().isEmpty(), "skipped: the file system has no POSIX permissions");

        assertThat(Files.getPosixFilePermissions(path(Trouble.Kind.UNREADABLE))).isEmpty();
    }

    @Test
    void copiesTheDuplicateByteForByte() throws IOException {
        assertThat(read(Trouble.Kind.DUPLICATE))
                .isEqualTo(Files.readAllBytes(sample.directory().resolve(SERIES.path(1))));
    }

    @Test
    void givesTheConflictTheUidOfAnotherFile() throws IOException {
        assertThat(new String(read(Trouble.Kind.CONFLICT), StandardCharsets.ISO_8859_1))
                .contains(SERIES.instanceUid(4));
    }

    @Test
    void givesTheConflictAnotherHeader() throws IOException {
        assertThat(read(Trouble.Kind.CONFLICT))
                .isNotEqualTo(Files.readAllBytes(sample.directory().resolve(SERIES.path(4))));
    }

    @Test
    void lacksOneSliceBetweenTwoOthers() {
        Path missing = path(Trouble.Kind.MISSING_SLICE);

        assertThat(List.of(missing.resolveSibling("000011.dcm"), missing, missing.resolveSibling("000013.dcm")))
                .extracting(Files::exists)
                .containsExactly(true, false, true);
    }

    @Test
    void linksTheRecordsOfTheMediaDirectoryFromPatientToImage() throws IOException {
        byte[] bytes = read(Trouble.Kind.MEDIA_DIRECTORY);
        ByteBuffer file = littleEndian(bytes);
        StringBuilder types = new StringBuilder();
        int offset = file.getInt(valueOf(bytes, 0x0004, 0x1200, 0));
        while (offset != 0) {
            int type = valueOf(bytes, 0x0004, 0x1430, offset);
            types.append(new String(bytes, type, file.getShort(type - 2), StandardCharsets.US_ASCII));
            offset = file.getInt(valueOf(bytes, 0x0004, 0x1420, offset));
        }

        assertThat(types).hasToString("PATIENT STUDY SERIESIMAGE ");
    }

    @Test
    void startsEachRecordOfTheMediaDirectoryAtAnItem() throws IOException {
        byte[] bytes = read(Trouble.Kind.MEDIA_DIRECTORY);
        ByteBuffer file = littleEndian(bytes);
        int offset = file.getInt(valueOf(bytes, 0x0004, 0x1200, 0));
        int next = file.getInt(valueOf(bytes, 0x0004, 0x1420, offset));

        assertThat(List.of(file.getInt(offset), file.getInt(next))).containsOnly(0xE000FFFE);
    }

    @Test
    void givesTheMediaDirectoryNoSopInstanceUid() throws IOException {
        byte[] bytes = read(Trouble.Kind.MEDIA_DIRECTORY);

        assertThat(valueOf(bytes, 0x0008, 0x0018, 0)).isNegative();
    }

    @Test
    void refersFromTheMediaDirectoryToAFileThatIsThere() throws IOException {
        byte[] bytes = read(Trouble.Kind.MEDIA_DIRECTORY);
        int value = valueOf(bytes, 0x0004, 0x1500, 0);
        String id = new String(bytes, value, littleEndian(bytes).getShort(value - 2), StandardCharsets.US_ASCII);

        assertThat(path(Trouble.Kind.MEDIA_DIRECTORY).resolveSibling(id.trim().replace('\\', '/')))
                .exists();
    }

    private static byte[] read(Trouble.Kind kind) throws IOException {
        return Files.readAllBytes(path(kind));
    }

    private static Path path(Trouble.Kind kind) {
        return sample.troubles().stream()
                .filter(trouble -> trouble.kind() == kind)
                .map(trouble -> sample.directory().resolve(trouble.path()))
                .findFirst()
                .orElseThrow();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Steps over an element's header in explicit VR; only File Meta Information Version has a long one here. */
    private static int shortFormLength(ByteBuffer file) {
        file.getInt();
        boolean isOtherByte = file.getShort() == 0x424F;
        int length = file.getShort();
        return isOtherByte ? file.getInt() : length;
    }

    /** Where the value of the first element of a tag starts, from an offset on; -1 without one. */
    private static int valueOf(byte[] bytes, int group, int element, int from) {
        ByteBuffer file = littleEndian(bytes);
        for (int i = from; i < bytes.length - 8; i++) {
            if (file.getShort(i) == group && file.getShort(i + 2) == element) {
                return i + 8;
            }
        }
        return -1;
    }
}
