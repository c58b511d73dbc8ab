package io.lidc.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Unavailable;
import io.lidc.source.SourceException;
import io.lidc.source.archive.TestArchive.Item;
import io.lidc.source.archive.entry.ArchiveLimits;
import io.lidc.source.folder.FolderSource;
import io.lidc.testing.LocalSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are made to harm, or were cut where it is hard to see. */
class HostileArchiveTest {
    private final LocalSources local = LocalSources.create();

    @TempDir
    private Path folder;

    @Test
    void refusesAStoredEntryOfANestedZipWhoseSizeFollowsIt() throws IOException {
        byte[] nested = storedBeforeItsSize("1.dcm", new byte[1 << 20]);
        TestArchive.write(folder.resolve("a.zip"), new Item("in.zip", nested), Item.of("2.dcm"));

        assertThat(outcomes(local))
                .containsExactly(
                        "a.zip!/in.zip!/1.dcm STORED_WITHOUT_SIZE",
                        "a.zip!/in.zip STORED_WITHOUT_SIZE",
                        "a.zip!/2.dcm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tgz"})
    void refusesAnEntryWithHolesThatWouldPassTheBounds(String name) throws IOException {
        byte[] tar = sparse(1L << 32);
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                OutputStream out = name.endsWith("gz") ? new GZIPOutputStream(file) : file) {
            out.write(tar);
        }

        assertThat(outcomes(LocalSources.within(new ArchiveLimits(10, 1 << 20, 10))))
                .first()
                .isIn(name + "!/holes UNSUPPORTED_COMPRESSION", name + " ARCHIVE_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tgz"})
    void namesAnArchiveThatIsCutBetweenEntriesBroken(String name) throws IOException {
        byte[] tar = TestArchive.bytes("a.tar", Item.of("1.dcm"), Item.of("2.dcm"));
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                OutputStream out = name.endsWith("gz") ? new GZIPOutputStream(file) : file) {
            out.write(Arrays.copyOf(tar, 1024));
        }

        assertThat(outcomes(local)).containsExactly(name + "!/1.dcm", name + " ARCHIVE_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tgz", "a.zip"})
    void namesAnArchiveWithoutBytesBroken(String name) throws IOException {
        Files.createFile(folder.resolve(name));

        assertThat(outcomes(local)).containsExactly(name + " ARCHIVE_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_FIFO, TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_SYMLINK})
    void tellsAnEntryThatIsNoFileFromAnEmptyFile(byte type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.putArchiveEntry(new TarArchiveEntry("special", type));
            tar.closeArchiveEntry();
        }
        Files.write(folder.resolve("a.tar"), bytes.toByteArray());

        assertThat(outcomes(local)).containsExactly("a.tar!/special NOT_A_FILE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000})
    void readsAZip64FileWhoseEndRecordHasAnExtension(int bytesBefore) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.write(new byte[bytesBefore]);
        zip.write(extended(zip64(), 20));
        Files.write(folder.resolve("a.zip"), zip.toByteArray());

        assertThat(outcomes(local)).containsExactly("a.zip!/1.dcm");
    }

    /** APPNOTE.TXT 4.3.7, 4.3.9: a local header without sizes, the bytes, a data descriptor. No directory: a stream reads none. */
    private static byte[] storedBeforeItsSize(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer zip = ByteBuffer.allocate(30 + name.length() + content.length + 16 + 22)
                .order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034B50).putShort((short) 20).putShort((short) 8).putShort((short) 0);
        zip.position(26);
        zip.putShort((short) name.length()).putShort((short) 0);
        zip.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
        zip.putInt(0x08074B50)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length);
        zip.putInt(0x06054B50);
        return zip.array();
    }

    /** An entry of the old GNU kind that holds no byte of its content, whatever its size. */
    private static byte[] sparse(long size) {
        byte[] tar = new byte[512 * 3];
        byte[] header = Arrays.copyOf("holes".getBytes(StandardCharsets.US_ASCII), 512);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "00000000000");
        put(header, 136, "00000000000");
        header[156] = 'S';
        put(header, 257, "ustar  ");
        put(header, 386, String.format("%011o", size));
        put(header, 398, "00000000000");
        put(header, 483, String.format("%011o", size));
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format("%06o", sum));
        System.arraycopy(header, 0, tar, 0, 512);
        return tar;
    }

    private static void put(byte[] header, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, at, text.length());
    }

    private static byte[] zip64() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.Always);
            zip.putArchiveEntry(new ZipArchiveEntry("1.dcm"));
            zip.write("content".getBytes(StandardCharsets.US_ASCII));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    /** Puts bytes between the Zip64 end record and its locator; the plain end record refers to the former. */
    private static byte[] extended(byte[] zip, int length) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int record = text.indexOf("PK\6\6");
        int locator = text.indexOf("PK\6\7");
        int end = text.indexOf("PK\5\6");
        ByteBuffer bytes = ByteBuffer.allocate(zip.length + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(zip, 0, locator).put(new byte[length]).put(zip, locator, zip.length - locator);
        bytes.putLong(record + 4, bytes.getLong(record + 4) + length);
        bytes.putShort(end + length + 10, (short) -1)
                .putInt(end + length + 12, -1)
                .putInt(end + length + 16, -1);
        return bytes.array();
    }

    private List<String> outcomes(LocalSources sources) throws IOException {
        List<ObjectReference> objects = new ArrayList<>();
        sources.archives()
                .expand(new FolderSource(folder), sources.sources())
                .list()
                .forEachRemaining(objects::add);
        List<String> outcomes = new ArrayList<>();
        for (ObjectReference object : objects) {
            outcomes.add(relative(object) + code(sources, object));
        }
        return outcomes;
    }

    private String relative(ObjectReference object) {
        return object.location().uri().replaceFirst("^.*/" + folder.getFileName() + "/", "");
    }

    private static String code(LocalSources sources, ObjectReference object) throws IOException {
        if (object.content() instanceof Unavailable || object.content() instanceof ObjectReference.Unread) {
            try (ByteSource bytes = sources.sources().open(object)) {
                return bytes.read(0, new byte[1], 0, 1) > 0 ? "" : " EMPTY";
            } catch (SourceException e) {
                return " " + e.code();
            }
        }
        return "";
    }
}
