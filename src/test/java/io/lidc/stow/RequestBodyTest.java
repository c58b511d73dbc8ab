package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.stow.multipart.RefusedRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** By a clock of the test: a timeout of 10 s, 100 bytes a second at least, 1000 s and 10,000 bytes in all. */
class RequestBodyTest {
    private static final PushLimits LIMITS = new PushLimits(1, 1, 10_000, 1, 1, new ClientLimits(1, 10, 100, 1_000));

    private long now;
    private int length;
    private long pause;

    @Test
    void refusesAClientThatSendsLessThanTheMinimumRate() {
        InputStream body = body(1, TimeUnit.SECONDS.toNanos(1));

        assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                .satisfies(thrown -> status(thrown, 408));
        assertThat(TimeUnit.NANOSECONDS.toSeconds(now)).isBetween(9L, 12L);
    }

    @Test
    void refusesAClientThatFallsBehindAfterAFastStart() throws IOException {
        InputStream fast = body(5_000, 1);
        fast.read(new byte[5_000]);
        pause = TimeUnit.SECONDS.toNanos(1);
        length = 1;

        assertThatThrownBy(() -> fast.transferTo(OutputStream.nullOutputStream()))
                .satisfies(thrown -> status(thrown, 408));
        assertThat(TimeUnit.NANOSECONDS.toSeconds(now)).isLessThan(12L);
    }

    @Test
    void servesAClientAtTheMinimumRate() throws IOException {
        InputStream body = body(100, TimeUnit.SECONDS.toNanos(1));

        assertThat(body.readNBytes(9_000)).hasSize(9_000);
    }

    @Test
    void countsNoTimeInWhichTheServerStoresWhatHasArrived() throws IOException {
        InputStream body = body(1, 1);
        for (int i = 0; i < 100; i++) {
            now += TimeUnit.HOURS.toNanos(1);
            assertThat(body.read()).isZero();
        }
    }

    @Test
    void refusesAClientThatKeepsTheRateForEver() {
        InputStream body =
                new RequestBody(source(), new PushLimits(1, 1, Long.MAX_VALUE, 1, 1, LIMITS.clients()), () -> now);
        length = 1_000;
        pause = TimeUnit.SECONDS.toNanos(1);

        assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                .satisfies(thrown -> status(thrown, 408));
        assertThat(TimeUnit.NANOSECONDS.toSeconds(now)).isBetween(1_000L, 1_002L);
    }

    @Test
    void refusesTooManyBytes() {
        InputStream body = body(1_000, 1);

        assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                .satisfies(thrown -> status(thrown, 413));
    }

    private static void status(Throwable thrown, int status) {
        assertThat(((RefusedRequestException) thrown).status()).isEqualTo(status);
    }

    private InputStream body(int bytesPerRead, long nanosPerRead) {
        length = bytesPerRead;
        pause = nanosPerRead;
        return new RequestBody(source(), LIMITS, () -> now);
    }

    /** Zeros without end. */
    private InputStream source() {
        return new InputStream() {
            @Override
            public int read() {
                return read(new byte[1], 0, 1) - 1;
            }

            @Override
            public int read(byte[] target, int offset, int wanted) {
                now += pause;
                return Math.min(wanted, length);
            }
        };
    }
}
