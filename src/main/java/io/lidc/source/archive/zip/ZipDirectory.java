package io.lidc.source.archive.zip;

import static io.lidc.source.archive.zip.ZipEntry.unsignedInt;
import static io.lidc.source.archive.zip.ZipEntry.unsignedShort;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ByteSourceStream;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The central directory of a zip file (APPNOTE.TXT 4.3.12 to 4.3.16, Zip64 included), read entry by entry. Libraries hold
 * the whole directory in memory as objects before they give its first entry, which neither a collection in one file nor a
 * bomb of entries would fit.
 */
final class ZipDirectory implements Closeable {
    private static final int BUFFER = 64 << 10;
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int ZIP64_LOCATOR = 20;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064B50;
    private static final int ZIP64_END = 56;
    /** Most have none; one that is longer is found where the locator says. */
    private static final int LONGEST_EXTENSION = 4 << 10;

    private static final int ZIP64_END_SIGNATURE = 0x06064B50;
    private static final int ENTRY = 46;
    private static final int ENTRY_SIGNATURE = 0x02014B50;
    private static final int ZIP64_FIELD = 1;
    private static final int UTF_8_NAME = 1 << 11;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private final ByteSource file;
    private ByteSourceStream stream;
    private long left;
    /** Bytes before the first that the directory's positions count from: of a program that unpacks itself. */
    private long base;

    ZipDirectory(ByteSource file) throws IOException {
        this.file = file;
        long size = file.size();
        int tail = (int) Math.min(size, END + LONGEST_COMMENT);
        ByteBuffer bytes = ZipEntry.read(file, size - tail, tail);
        for (int at = tail - END; at >= 0; at--) {
            if (bytes.getInt(at) == END_SIGNATURE && at + END + unsignedShort(bytes, at + 20) == tail) {
                begin(bytes, at, size - tail + at);
                return;
            }
        }
        throw new SourceException(SourceError.ARCHIVE_BROKEN, "no directory at the end: not a zip file, or cut off");
    }

    private void begin(ByteBuffer bytes, int at, long endPosition) throws IOException {
        long length = unsignedInt(bytes, at + 12);
        long offset = unsignedInt(bytes, at + 16);
        long end = endPosition;
        if (offset == IN_ZIP64 || length == IN_ZIP64 || unsignedShort(bytes, at + 10) == 0xFFFF) {
            ByteBuffer locator = endPosition < ZIP64_LOCATOR
                    ? null
                    : ZipEntry.read(file, endPosition - ZIP64_LOCATOR, ZIP64_LOCATOR);
            if (locator != null && locator.getInt(0) == ZIP64_LOCATOR_SIGNATURE) {
                end = zip64End(locator.getLong(8), endPosition - ZIP64_LOCATOR);
                ByteBuffer zip64 = ZipEntry.read(file, end, ZIP64_END);
                length = zip64.getLong(40);
                offset = zip64.getLong(48);
            }
        }
        base = end - length - offset;
        require(length >= 0 && offset >= 0 && base >= 0, "the directory lies outside the file");
        left = length;
        stream = new ByteSourceStream(file, base + offset, BUFFER);
    }

    /**
     * The record ends where its locator starts. How long it is, only the record tells: it may have an extension (4.3.14.2).
     *
     * @param named position that the locator tells, which does not count what stands before the archive
     */
    private long zip64End(long named, long locatorPosition) throws IOException {
        long first = Math.max(0, locatorPosition - LONGEST_EXTENSION);
        ByteBuffer bytes = ZipEntry.read(file, first, (int) (locatorPosition - first));
        for (int at = bytes.limit() - ZIP64_END; at >= 0; at--) {
            if (isZip64End(bytes, at, bytes.limit())) {
                return first + at;
            }
        }
        boolean isLonger = named >= 0
                && named < first
                && isZip64End(ZipEntry.read(file, named, ZIP64_END), 0, locatorPosition - named);
        require(isLonger, "no Zip64 end record where it should be");
        return named;
    }

    private static boolean isZip64End(ByteBuffer bytes, int at, long end) {
        return bytes.getInt(at) == ZIP64_END_SIGNATURE && at + 12 + bytes.getLong(at + 4) == end;
    }

    /** The next entry; null after the last. */
    ZipEntry next() throws IOException {
        if (left == 0) {
            return null;
        }
        ByteBuffer header = take(ENTRY);
        require(header.getInt(0) == ENTRY_SIGNATURE, "the directory is damaged");
        int flags = unsignedShort(header, 8);
        ByteBuffer name = take(unsignedShort(header, 28));
        ByteBuffer extra = take(unsignedShort(header, 30));
        take(unsignedShort(header, 32));
        long[] sizes = {unsignedInt(header, 24), unsignedInt(header, 20), unsignedInt(header, 42)};
        widen(sizes, extra);
        require(sizes[0] >= 0 && sizes[1] >= 0 && sizes[2] >= 0, "the directory holds a negative size");
        return new ZipEntry(
                text(name.array(), flags),
                flags,
                unsignedShort(header, 10),
                unsignedInt(header, 16),
                sizes[1],
                sizes[0],
                base + sizes[2]);
    }

    /** Size, compressed size and position stand in the Zip64 field, in this order, where they have no room (4.5.3). */
    private static void widen(long[] sizes, ByteBuffer extra) throws SourceException {
        for (int at = 0; at + 4 <= extra.limit(); at += 4 + unsignedShort(extra, at + 2)) {
            if (unsignedShort(extra, at) == ZIP64_FIELD) {
                int end = Math.min(extra.limit(), at + 4 + unsignedShort(extra, at + 2));
                int value = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == IN_ZIP64) {
                        require(value + 8 <= end, "a Zip64 field is too short");
                        sizes[i] = extra.getLong(value);
                        value += 8;
                    }
                }
                return;
            }
        }
    }

    private static String text(byte[] name, int flags) {
        if ((flags & UTF_8_NAME) == 0) {
            try {
                // Writers that do not say so use UTF-8 more often than the code page that the specification names.
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(name))
                        .toString();
            } catch (CharacterCodingException e) {
                return new String(name, Charset.forName("IBM437"));
            }
        }
        return new String(name, StandardCharsets.UTF_8);
    }

    private ByteBuffer take(int length) throws IOException {
        require(length <= left, "the directory is cut off");
        left -= length;
        byte[] bytes = stream.readNBytes(length);
        require(bytes.length == length, "the directory is cut off");
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void require(boolean sound, String otherwise) throws SourceException {
        if (!sound) {
            throw new SourceException(SourceError.ARCHIVE_BROKEN, otherwise);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
