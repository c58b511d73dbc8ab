package io.lidc.source.archive.entry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What a stream inflates to, held to the limits of its archive while it passes. */
public final class InflatedStream extends FilterInputStream {
    private final LongSupplier compressed;
    private final Budget budget;
    private long count;

    /** @param compressed how many compressed bytes have been read so far */
    public InflatedStream(InputStream inflated, LongSupplier compressed, Budget budget) {
        super(inflated);
        this.compressed = compressed;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            count += read;
            budget.addBytes(read);
            budget.checkRatio(count, compressed.getAsLong());
        }
        return read;
    }

    /** Skipped bytes are inflated as well, and count. */
    @Override
    public long skip(long length) throws IOException {
        byte[] sink = new byte[(int) Math.min(Math.max(length, 1), 1 << 13)];
        long skipped = 0;
        while (skipped < length) {
            int read = read(sink, 0, (int) Math.min(sink.length, length - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
