package io.lidc.ingest;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ObjectReference;
import io.lidc.store.Extraction;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Body;

/** Makes what the dead-letter folder holds of an object: its record, and its bytes. */
public final class DeadLetterOffice {

    /** The record. */
    public DeadLetterRecord record(@Body DeadLetter letter) {
        Extraction.Unreadable failure = letter.failure();
        return new DeadLetterRecord(
                failure.location().uri(),
                failure.location().size(),
                failure.location().version(),
                failure.errorCode(),
                failure.errorOffset() < 0 ? null : failure.errorOffset(),
                failure.message(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                letter.runId());
    }

    /**
     * The object's bytes as a stream; whoever reads it closes it.
     *
     * @throws IOException when the object cannot be opened
     */
    public InputStream content(@Body DeadLetter letter) throws IOException {
        return new BufferedInputStream(new ByteSourceStream(letter.object()), 1 << 16);
    }

    private static final class ByteSourceStream extends InputStream {
        private final ByteSource source;
        private long position;

        ByteSourceStream(ObjectReference object) throws IOException {
            source = object.open();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = source.read(position, target, offset, length);
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
