package io.lidc.spark.source;

import io.lidc.dicom.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;

/** An object that is read at positions. Keeps the part that came last: what is read next mostly lies in it. */
final class PositionedBytes implements ByteSource {
    private final FSDataInputStream stream;
    private final long size;
    private final int firstRead;
    private byte[] part = {};
    private long start;

    PositionedBytes(FSDataInputStream stream, long size, int firstRead) {
        this.stream = stream;
        this.size = size;
        this.firstRead = firstRead;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        if (position < start || position >= start + part.length) {
            part = fetch(position, (int) Math.min(Math.max(length, firstRead), size - position));
            start = position;
        }
        int from = (int) (position - start);
        int count = Math.min(length, part.length - from);
        System.arraycopy(part, from, target, offset, count);
        return count <= 0 ? -1 : count;
    }

    private byte[] fetch(long position, int wanted) throws IOException {
        byte[] bytes = new byte[wanted];
        try {
            int count = 0;
            while (count < wanted) {
                int read = stream.read(position + count, bytes, count, wanted - count);
                if (read < 0) {
                    return Arrays.copyOf(bytes, count);
                }
                count += read;
            }
            return bytes;
        } catch (IOException e) {
            throw HadoopFailure.of(e);
        }
    }

    @Override
    public void close() throws IOException {
        part = new byte[0];
        stream.close();
    }
}
