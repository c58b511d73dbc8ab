package io.lidc.stow.received;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The server cannot keep what arrives: its disk is full, say. The same request may succeed later. */
public final class StorageException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    StorageException(IOException reason) {
        super(reason);
    }
}
