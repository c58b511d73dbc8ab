package io.lidc.soak.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lidc.testing.DicomFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files that are made to harm, each unlike any other of its kind by a number. */
public enum HostileFiles {
    /** A nested zip whose stored entry tells its size after its bytes only. */
    STORED_WITHOUT_SIZE("zip", true) {
        @Override
        public byte[] bytes(int number) throws IOException {
            return zip("in-" + number + ".zip", storedBeforeItsSize(new byte[16 << 20]));
        }
    },
    /** A hundred million zeros. */
    BOMB("zip", true) {
        @Override
        public byte[] bytes(int number) throws IOException {
            return zip("zeros-" + number, new byte[100_000_000]);
        }
    },
    /** Instances whose headers take much memory. */
    LONG_HEADERS("zip", true) {
        @Override
        public byte[] bytes(int number) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (int i = 0; i < 3; i++) {
                    zip.putNextEntry(new ZipEntry(i + ".dcm"));
                    zip.write(DicomFile.instance(number * 3 + i, "CT")
                            .withPrivateBytes(30 << 20)
                            .bytes());
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        }
    },
    /** Text under the name of an archive. */
    NO_ARCHIVE("zip", true) {
        @Override
        public byte[] bytes(int number) {
            return ("This is no archive, and it is number " + number + "\n")
                    .repeat(50)
                    .getBytes(US_ASCII);
        }
    },
    /** An archive that ends in its middle. */
    CUT("tar.gz", false) {
        @Override
        public byte[] bytes(int number) throws IOException {
            byte[] whole =
                    tar("entry-" + number, DicomFile.instance(number, "MR").bytes());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(whole);
            }
            return Arrays.copyOf(bytes.toByteArray(), bytes.size() * 2 / 3);
        }
    },
    /** An entry with a name as long as a short story. */
    LONG_NAME("tar", false) {
        @Override
        public byte[] bytes(int number) throws IOException {
            return tar(number + "x".repeat(60_000), new byte[100]);
        }
    },
    /** Sequences within sequences. */
    DEEP("dcm", true) {
        @Override
        public byte[] bytes(int number) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(DicomFile.instance(number, "PT").bytes());
            for (int depth = 0; depth < 100_000; depth++) {
                bytes.writeBytes(new byte[] {0x40, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1});
                bytes.writeBytes(new byte[] {-2, -1, 0, (byte) 0xE0, -1, -1, -1, -1});
            }
            return bytes.toByteArray();
        }
    };

    private final String suffix;
    private final boolean mayBePushed;

    HostileFiles(String suffix, boolean mayBePushed) {
        this.suffix = suffix;
        this.mayBePushed = mayBePushed;
    }

    /** A relative path for it. */
    public String fileName(int number) {
        return "hostile/" + name().toLowerCase(Locale.ROOT) + "-" + number + "." + suffix;
    }

    /** Whether it is, or pretends to be, a zip file. */
    public boolean isZip() {
        return suffix.equals("zip");
    }

    /** Whether its kind is one that clients may push. */
    public boolean mayBePushed() {
        return mayBePushed;
    }

    /** The bytes of a file. */
    public abstract byte[] bytes(int number) throws IOException;

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    /** APPNOTE.TXT 4.3.7, 4.3.9: a local header without sizes, the bytes, a data descriptor. */
    private static byte[] storedBeforeItsSize(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer zip = ByteBuffer.allocate(30 + 1 + content.length + 16 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034B50).putShort((short) 20).putShort((short) 8).putShort((short) 0);
        zip.position(26);
        zip.putShort((short) 1).putShort((short) 0).put((byte) 'a').put(content);
        zip.putInt(0x08074B50)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length);
        zip.putInt(0x06054B50);
        return zip.array();
    }
}
