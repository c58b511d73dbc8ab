package io.lidc.dicom.part10;

import io.lidc.dicom.ByteSource;

/** Bytes handed out a few at a time, of unknown size, as from a network. */
final class SlowSource implements ByteSource {
    private final byte[] bytes;
    private final int maxRead;
    private long furthest;

    SlowSource(byte[] bytes, int maxRead) {
        this.bytes = bytes;
        this.maxRead = maxRead;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        int read = (int) Math.min(Math.min(length, maxRead), bytes.length - position);
        System.arraycopy(bytes, (int) position, target, offset, read);
        furthest = Math.max(furthest, position + read);
        return read;
    }

    /** Position behind the last byte that was asked for. */
    long furthest() {
        return furthest;
    }

    @Override
    public void close() {}
}
