package io.lidc.stow;

import io.lidc.stow.multipart.RefusedRequestException;
import io.lidc.stow.received.ReceivedChunk;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The objects of one request (the payload of the store transaction, PS3.18 section 10.5), in chunks, as they become readable. A
 * payload that cannot be read on says so once and is at its end then: Camel's splitter asks again when it has failed, and logs what it
 * is told.
 */
public abstract class Payload implements Iterator<ReceivedChunk> {
    private ReceivedChunk next;
    private boolean ended;
    private RuntimeException failure;

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            // Before the first exception, too.
            ended = true;
            next = readOn();
            ended = next == null;
        }
        return next != null;
    }

    private ReceivedChunk readOn() {
        try {
            return read();
        } catch (IOException e) {
            failure = RefusedRequestException.ofContent(e);
        } catch (RuntimeException e) {
            failure = e;
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Camel's splitter would wait for ever for an iterator that ends so.
            failure = new IllegalStateException(e.toString(), e);
        }
        throw failure;
    }

    /** Throws again what kept it from being read to its end, if something did. */
    final void check() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public final ReceivedChunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ReceivedChunk chunk = next;
        next = null;
        return chunk;
    }

    /**
     * Reads the next chunk; null at the end.
     *
     * @throws IOException when the content ends early, or has not the form that it declares
     */
    abstract ReceivedChunk read() throws IOException;

    /**
     * Deletes what objects that were not stored have in files of their own. (Not under the name of close: Camel's splitter closes
     * what it iterates over while the last chunk is on its way.)
     */
    abstract void discard() throws IOException;
}
