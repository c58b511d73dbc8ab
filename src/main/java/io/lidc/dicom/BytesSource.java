package io.lidc.dicom;

/** An object that lies in memory. The array must not change while the source or a header read from it is in use. */
public final class BytesSource implements ByteSource {
    private final byte[] bytes;

    /** Reads these bytes where they are, without a copy. */
    public BytesSource(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] array() {
        return bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        int read = (int) Math.min(length, bytes.length - position);
        System.arraycopy(bytes, (int) position, target, offset, read);
        return read;
    }

    @Override
    public void close() {}
}
