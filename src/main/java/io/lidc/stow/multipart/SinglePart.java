package io.lidc.stow.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A body that is one object. */
public final class SinglePart implements PartStream {
    private final InputStream body;
    private boolean read;

    public SinglePart(InputStream body) {
        this.body = body;
    }

    @Override
    public boolean next(OutputStream target) throws IOException {
        if (read) {
            return false;
        }
        read = true;
        body.transferTo(target);
        return true;
    }
}
