package io.lidc.source.archive;

import io.lidc.source.archive.entry.ArchiveFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives of any names and bytes. */
public final class TestArchive {
    private TestArchive() {}

    /** An entry. */
    record Item(String name, byte... bytes) {
        static Item of(String name) {
            return new Item(name, ("content of " + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Puts all files below a folder into an archive, whose kind its name tells. */
    public static Path ofFolder(Path folder, Path archive) throws IOException {
        try (Stream<Path> files =
                Files.walk(folder).filter(Files::isRegularFile).sorted()) {
            List<Item> items = files.map(file -> item(folder, file)).toList();
            return write(archive, items.toArray(Item[]::new));
        }
    }

    private static Item item(Path folder, Path file) {
        try {
            return new Item(folder.relativize(file).toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path archive, Item... items) throws IOException {
        return Files.write(archive, bytes(archive.toString(), items));
    }

    static byte[] bytes(String name, Item... items) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (ArchiveFormat.of(name)) {
            case ZIP -> zip(bytes, items);
            case TAR -> tar(bytes, items);
            case TAR_GZ -> {
                try (OutputStream gzip = new GZIPOutputStream(bytes)) {
                    tar(gzip, items);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void zip(OutputStream out, Item... items) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Item item : items) {
                zip.putArchiveEntry(new ZipArchiveEntry(item.name));
                zip.write(item.bytes);
                zip.closeArchiveEntry();
            }
        }
    }

    private static void tar(OutputStream out, Item... items) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Item item : items) {
                TarArchiveEntry entry = new TarArchiveEntry(item.name, true);
                entry.setSize(item.bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(item.bytes);
                tar.closeArchiveEntry();
            }
        }
    }

    /** A tar file with an entry whose name has this length. */
    static Path longName(Path archive, int length) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            TarArchiveEntry entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(length);
            tar.putArchiveEntry(entry);
            zeros(length).transferTo(tar);
            tar.closeArchiveEntry();
        }
        return archive;
    }

    /** A tar.gz with one entry of zeros. */
    static Path bomb(Path archive, long size) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            TarArchiveEntry entry = new TarArchiveEntry("zeros");
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            zeros(size).transferTo(tar);
            tar.closeArchiveEntry();
        }
        return archive;
    }

    /** A zip file with one entry of zeros. */
    static Path zipBomb(Path archive, long size) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(Files.newOutputStream(archive))) {
            zip.putArchiveEntry(new ZipArchiveEntry("zeros"));
            zeros(size).transferTo(zip);
            zip.closeArchiveEntry();
        }
        return archive;
    }

    static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(length, left);
                Arrays.fill(target, offset, offset + count, (byte) 0);
                left -= count;
                return count;
            }
        };
    }
}
