package io.lidc.dicom;

/** An object in memory. Its array must not change while the source, or a header read from it, is in use. */
public final class BytesSource implements ByteSource {
    private final byte[] bytes;

    /** A source over this array, which is not copied. */
    public BytesSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The array itself, not a copy, so that a parser need not copy it either. */
    public byte[] array() {
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
