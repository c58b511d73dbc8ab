package io.lidc.download.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a response, which ends with an exception when it arrives more slowly than the minimum rate. */
final class ResponseBody extends FilterInputStream {
    private final MinimumRate rate;
    private long waited;
    private long received;
    private boolean ended;

    ResponseBody(InputStream body, MinimumRate rate) {
        super(body);
        this.rate = rate;
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            ended = true;
            return read;
        }
        waited += System.nanoTime() - start;
        received += read;
        if (waited >= rate.window().toNanos()) {
            requireMinimum();
        }
        return read;
    }

    private void requireMinimum() throws IOException {
        if (!rate.isMet(received, waited)) {
            throw new IOException("the server sends fewer than " + rate.bytesPerSecond() + " bytes a second");
        }
        waited = 0;
        received = 0;
    }

    /** Leaves closing to the response: closing the stream of the HTTP client reads the body to its end first. */
    @Override
    public void close() {
        // The response owns the connection.
    }
}
