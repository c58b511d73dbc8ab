package io.lidc.stow.received;

import io.lidc.dicom.ByteSource;
import java.io.IOException;

/** The first bytes of an object, of which the others are gone: enough for its header. */
public final class ReceivedPrefix implements ByteSource {
    private final byte[] bytes;
    private final int kept;
    private final long size;
    private int furthest;

    /** @param size of the whole object in bytes; -1 while it arrives */
    public ReceivedPrefix(byte[] bytes, int kept, long size) {
        this.bytes = bytes;
        this.kept = kept;
        this.size = size;
    }

    /** Someone wants bytes that have not arrived yet, or are gone. */
    public static final class BeyondException extends IOException {
        private static final long serialVersionUID = 1L;

        BeyondException() {
            super("bytes that were not kept of the pushed object");
        }
    }

    /** End of what has been read. */
    int furthest() {
        return furthest;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        if (size >= 0 && position >= size) {
            return -1;
        }
        if (position >= kept) {
            throw new BeyondException();
        }
        int read = (int) Math.min(length, kept - position);
        System.arraycopy(bytes, (int) position, target, offset, read);
        furthest = Math.max(furthest, (int) position + read);
        return read;
    }

    @Override
    public void close() {}
}
