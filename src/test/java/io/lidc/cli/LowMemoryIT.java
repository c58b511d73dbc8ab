package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Child;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects within the default bounds, more of them than fit into a small heap at the same time. */
class LowMemoryIT {
    private static final int LONGEST_HEADER = 60 << 20;
    private static final int LONGEST_TEXT = 65_530;
    private static final int[] TEXTS = {
        0x00080050, 0x00080070, 0x00081030, 0x0008103E, 0x00081090, 0x00100010, 0x00100040, 0x00101010, 0x00120062,
        0x00180015, 0x00181020, 0x00181030, 0x00181210, 0x00185100, 0x00200010, 0x00200052, 0x00200060, 0x00280004,
        0x00282110
    };

    @TempDir
    private Path folder;

    private Home home;
    private Path tree;

    @BeforeEach
    void makeTheFolder() throws IOException {
        home = Home.in(folder);
        tree = Files.createDirectory(folder.resolve("tree"));
    }

    @Test
    void readsThreeFilesWithHeadersOfNearlyTheLongest() throws Exception {
        for (int i = 0; i < 3; i++) {
            Files.write(tree.resolve(i + ".dcm"), longest(i));
        }

        assertThat(totals()).containsExactly("COMPLETED|3|3|0|0");
    }

    @Test
    void readsAnArchiveOfTwelveSuch() throws Exception {
        try (OutputStream file = Files.newOutputStream(tree.resolve("a.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < 12; i++) {
                zip.putNextEntry(new ZipEntry(i + ".dcm"));
                zip.write(longest(i));
                zip.closeEntry();
            }
        }

        assertThat(totals()).containsExactly("COMPLETED|12|12|0|0");
    }

    @Test
    void readsManyFilesWithMuchTextInColumns() throws Exception {
        try (OutputStream file = Files.newOutputStream(tree.resolve("a.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < 300; i++) {
                zip.putNextEntry(new ZipEntry(i + ".dcm"));
                zip.write(withTexts(i));
                zip.closeEntry();
            }
        }

        assertThat(totals()).containsExactly("COMPLETED|300|1|0|0");
    }

    @Test
    void readsManyHeadersOfManyFramesOfWhichAllAttributesAreKept() throws Exception {
        home.edit("config/attributes.yaml", text -> text.replace("attributes: []", "attributes: [\"*\"]"));
        link(400, withFrames(5_000));

        assertThat(totals()).containsExactly("COMPLETED|400|1|399|0");
    }

    private static byte[] longest(int number) {
        return DicomFile.instance(number, "CT").withPrivateBytes(LONGEST_HEADER).bytes();
    }

    /** Many names of one file: each is an object of its own, and takes no room on the disk. */
    private void link(int count, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        for (int i = 0; i < count; i++) {
            Files.createLink(tree.resolve(String.format("%03d.dcm", i)), file);
        }
    }

    /** Of one instance in many states: only the first is stored, which spares the disk. No text is the same twice. */
    private static byte[] withTexts(int number) {
        ByteArrayOutputStream bytes = begin();
        for (int tag : TEXTS) {
            if (tag == 0x00080050) {
                text(bytes, 0x00080018, "UI", "2.25.1");
            }
            if (tag == 0x00200010) {
                text(bytes, 0x0020000D, "UI", "2.25.2");
                text(bytes, 0x0020000E, "UI", "2.25.3");
            }
            text(bytes, tag, "LO", number + "x".repeat(LONGEST_TEXT - 6));
        }
        return bytes.toByteArray();
    }

    /** Per-frame functional groups (PS3.3 section C.7.6.16) of about 180 bytes each. */
    private static byte[] withFrames(int frames) {
        ByteArrayOutputStream bytes = begin();
        text(bytes, 0x00080018, "UI", "2.25.1");
        text(bytes, 0x0020000E, "UI", "2.25.3");
        sequence(bytes, 0x52009230);
        for (int i = 0; i < frames; i++) {
            item(bytes);
            for (int tag : new int[] {0x00209111, 0x00209113, 0x00209116}) {
                sequence(bytes, tag);
                item(bytes);
                text(bytes, 0x00200032, "DS", "-12.5\\103.25\\" + i);
                little(bytes, 0xE00DFFFE, 4);
                little(bytes, 0, 4);
                little(bytes, 0xE0DDFFFE, 4);
                little(bytes, 0, 4);
            }
            little(bytes, 0xE00DFFFE, 4);
            little(bytes, 0, 4);
        }
        little(bytes, 0xE0DDFFFE, 4);
        little(bytes, 0, 4);
        return bytes.toByteArray();
    }

    private static ByteArrayOutputStream begin() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[128]);
        bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        text(bytes, 0x00020010, "UI", "1.2.840.10008.1.2.1");
        return bytes;
    }

    private static void sequence(ByteArrayOutputStream bytes, int tag) {
        tag(bytes, tag);
        bytes.writeBytes(new byte[] {'S', 'Q', 0, 0, -1, -1, -1, -1});
    }

    private static void item(ByteArrayOutputStream bytes) {
        little(bytes, 0xE000FFFE, 4);
        little(bytes, -1, 4);
    }

    private static void text(ByteArrayOutputStream bytes, int tag, String vr, String value) {
        String padded = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? '\0' : ' ');
        tag(bytes, tag);
        bytes.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        little(bytes, padded.length(), 2);
        bytes.writeBytes(padded.getBytes(StandardCharsets.US_ASCII));
    }

    private static void tag(ByteArrayOutputStream bytes, int tag) {
        little(bytes, tag >>> 16, 2);
        little(bytes, tag & 0xFFFF, 2);
    }

    private static void little(ByteArrayOutputStream bytes, int number, int width) {
        for (int i = 0; i < width; i++) {
            bytes.write(number >>> 8 * i);
        }
    }

    private List<String> totals() throws Exception {
        Path log = folder.resolve("child.log");
        Process child = Child.start(
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx384m"),
                home.folder(),
                log,
                "ingest",
                tree,
                "--out",
                folder.resolve("out"));
        try {
            assertThat(child.waitFor(5, TimeUnit.MINUTES))
                    .as("ends: %s", Files.readString(log))
                    .isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }
        return Rows.of(
                "jdbc:sqlite:" + folder.resolve("out/lidc.db"),
                "select state, discovered, stored, duplicate, failed from run");
    }
}
