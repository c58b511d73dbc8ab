package io.lidc.stow;

import java.io.IOException;
import java.io.OutputStream;

/** The parts of a body, each read to its end before the next starts. */
interface PartStream {

    /**
     * Reads the next part.
     *
     * @return false when there is none
     */
    boolean next(OutputStream target) throws IOException;
}
