package io.lidc.stow;

import io.lidc.stow.multipart.RefusedRequestException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.xnio.channels.ReadTimeoutException;
import org.xnio.streams.ChannelInputStream;

/**
 * A request's content within bounds: on its length, on the time without a byte, on the time in all, and on its rate. Only the time in
 * which the server waits for the client counts, not that in which it stores what has arrived. A client that falls behind the minimum
 * rate has the timeout as credit, which bytes refill.
 */
final class RequestBody extends FilterInputStream {
    private static final String TOO_SLOW = "the content arrives too slowly";

    private final PushLimits limits;
    private final LongSupplier nanoTime;
    private final long maxCredit;
    private final double nanosPerByte;
    private long count;
    private long waited;
    private double credit;

    RequestBody(InputStream content, PushLimits limits) {
        this(content, limits, System::nanoTime);
        if (content instanceof ChannelInputStream channel) {
            channel.setReadTimeout(limits.clients().timeoutSeconds(), TimeUnit.SECONDS);
        }
    }

    RequestBody(InputStream content, PushLimits limits, LongSupplier nanoTime) {
        super(content);
        this.limits = limits;
        this.nanoTime = nanoTime;
        maxCredit = TimeUnit.SECONDS.toNanos(limits.clients().timeoutSeconds());
        nanosPerByte = (double) TimeUnit.SECONDS.toNanos(1) / limits.clients().bytesPerSecond();
        credit = maxCredit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws RefusedRequestException when a bound is exceeded */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        long start = nanoTime.getAsLong();
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (ReadTimeoutException e) {
            throw new RefusedRequestException(408, TOO_SLOW);
        }
        account(Math.max(read, 0), nanoTime.getAsLong() - start);
        return read;
    }

    private void account(int bytes, long nanos) {
        count += bytes;
        waited += nanos;
        credit = Math.min(maxCredit, credit + bytes * nanosPerByte - nanos);
        if (count > limits.requestBytes()) {
            throw new RefusedRequestException(413, "a request may have " + limits.requestBytes() + " bytes");
        }
        if (credit < 0 || waited > TimeUnit.SECONDS.toNanos(limits.clients().contentSeconds())) {
            throw new RefusedRequestException(408, TOO_SLOW);
        }
    }
}
