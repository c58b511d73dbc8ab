package io.lidc.stow;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, up to a number of bytes; more are refused. */
final class RequestBody extends FilterInputStream {
    private final long most;
    private long count;

    RequestBody(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count += Math.max(read, 0);
        if (count > most) {
            throw new RefusedRequestException(413, "a request may have " + most + " bytes");
        }
        return read;
    }
}
