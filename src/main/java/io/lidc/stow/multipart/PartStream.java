package io.lidc.stow.multipart;

import java.io.IOException;
import java.io.OutputStream;

/** The parts of a body, each read to its end before the next starts. */
public interface PartStream {

    /**
     * Reads the next part.
     *
     * @return false when there is none
     */
    boolean next(OutputStream target) throws IOException;
}
