package io.lidc.source.archive.zip;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.archive.entry.EntryHint;
import io.lidc.source.archive.entry.EntryNames;
import io.lidc.source.archive.entry.InflatedSource;
import io.lidc.source.archive.entry.Opener;
import io.lidc.source.archive.entry.SliceSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An entry as the central directory of a zip file states it (APPNOTE.TXT 4.3.12).
 *
 * @param flags general purpose bit flag
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the uncompressed bytes
 * @param headerPosition in bytes from the first of the file, of the local header
 */
public record ZipEntry(
        String name, int flags, int method, long crc, long compressedSize, long size, long headerPosition) {
    static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int LOCAL_HEADER = 30;
    private static final int LOCAL_SIGNATURE = 0x04034B50;

    boolean isFolder() {
        return name.endsWith("/") && size == 0;
    }

    Location location(String uri) {
        return new Location(uri, size, version(crc));
    }

    static String version(long crc) {
        return String.format("crc32-%08x", crc);
    }

    void check() throws SourceException {
        EntryNames.check(name);
        checkReadable((flags & ENCRYPTED) != 0, method == STORED || method == DEFLATED);
    }

    static void checkReadable(boolean encrypted, boolean methodKnown) throws SourceException {
        if (encrypted) {
            throw new SourceException(SourceError.ENCRYPTED, "the entry is encrypted");
        }
        if (!methodKnown) {
            throw new SourceException(SourceError.UNSUPPORTED_COMPRESSION, "the entry is neither stored nor deflated");
        }
    }

    /** Where it lies. */
    EntryHint hint(String archiveHint) {
        return new EntryHint(method, headerPosition, compressedSize, size, archiveHint);
    }

    /** Opens an entry alone, by its position in the file. */
    public static ByteSource open(Opener archive, EntryHint entry) throws IOException {
        ByteSource file = archive.open();
        try {
            SliceSource data = new SliceSource(file, dataPosition(file, entry.position()), entry.packedSize());
            return entry.method() == STORED ? data : new InflatedSource(data, entry.size());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static long dataPosition(ByteSource file, long headerPosition) throws IOException {
        ByteBuffer header = read(file, headerPosition, LOCAL_HEADER);
        if (header.getInt(0) != LOCAL_SIGNATURE) {
            throw new SourceException(SourceError.ARCHIVE_BROKEN, "no local header where the directory says it is");
        }
        return headerPosition + LOCAL_HEADER + unsignedShort(header, 26) + unsignedShort(header, 28);
    }

    /** Exactly so many bytes, little endian. */
    static ByteBuffer read(ByteSource file, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        int count = 0;
        while (count < length) {
            int read = file.read(position + count, bytes, count, length - count);
            if (read < 0) {
                throw new SourceException(SourceError.ARCHIVE_BROKEN, "the archive is cut off");
            }
            count += read;
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int unsignedShort(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    static long unsignedInt(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }
}
