package io.lidc.export;

import java.io.IOException;
import java.util.List;

/** A file that takes the rows of a table one by one. */
interface RowWriter extends AutoCloseable {

    /** @param row a {@link String}, {@link Long}, {@link Double}, {@link java.time.Instant} or null for each column, in their order */
    void write(List<Object> row) throws IOException;

    @Override
    void close() throws IOException;
}
