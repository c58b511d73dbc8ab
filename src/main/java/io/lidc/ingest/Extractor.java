package io.lidc.ingest;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.metadata.HeaderMapping;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Metadata;
import io.lidc.model.Outcome;
import io.lidc.model.ProcessingError;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Parsed;
import io.lidc.source.ObjectReference.Unreadable;
import io.lidc.source.SourceException;
import io.lidc.source.Sources;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one object. Whatever is wrong with it becomes an outcome: no exception leaves. */
public final class Extractor {
    /** Exchange property with the {@link Chunk} that the object is part of. */
    static final String CHUNK = "chunk";

    private static final Logger LOG = LoggerFactory.getLogger(Extractor.class);

    private final Sources sources;
    private final HeaderReader reader;
    private final HeaderMapping mapping;
    private final MemoryBudget budget = MemoryBudget.ofHeap();

    /** An extractor that opens, reads and maps by these. */
    public Extractor(Sources sources, HeaderReader reader, HeaderMapping mapping) {
        this.sources = sources;
        this.reader = reader;
        this.mapping = mapping;
    }

    /**
     * The object's metadata, or why there are none. A header that was parsed while its bytes passed is not read again.
     *
     * @param chunk that the object is part of; null where a route reads an object by itself
     * @return null where the chunk holds so much that it is to be committed before more of it is read
     */
    public Extraction extract(@Body ObjectReference object, @ExchangeProperty(CHUNK) Chunk chunk) {
        if (chunk != null && chunk.isFull()) {
            return null;
        }
        try {
            if (object.content() instanceof Parsed parsed) {
                long bytes = parsed.header().bytesRead();
                return mapped(object.location(), parsed.header(), bytes, bytes, chunk);
            }
            return object.content() instanceof Unreadable unreadable
                    ? unreadable(object.location(), unreadable.reason(), unreadable.bytesRead())
                    : read(object, chunk);
        } catch (OutOfMemoryError e) {
            LogContext context = context(chunk);
            LOG.warn("Memory ran out while an object was read; the next run reads it again");
            context.close();
            return failed(
                    object.location().inNoState(),
                    ProcessingError.OUT_OF_MEMORY.name(),
                    -1,
                    "memory ran out while it was read",
                    0);
        } catch (RuntimeException | StackOverflowError e) {
            LogContext context = context(chunk).with(LogContext.CODE, ProcessingError.INTERNAL.name());
            LOG.error("The header reader failed; this is a defect of the program", e);
            context.close();
            return failed(
                    object.location(),
                    ProcessingError.INTERNAL.name(),
                    -1,
                    e.getClass().getName(),
                    0);
        }
    }

    private static LogContext context(Chunk chunk) {
        return chunk == null ? LogContext.ofCode(ProcessingError.INTERNAL.name()) : LogContext.of(chunk.run());
    }

    private Extraction read(ObjectReference object, Chunk chunk) {
        long count = 0;
        try (CountedBytes bytes = new CountedBytes(sources.open(object), budget)) {
            try {
                Header header = reader.read(bytes);
                return mapped(object.location(), header, bytes.count(), Math.max(bytes.count(), bytes.held()), chunk);
            } catch (DicomException e) {
                return unreadable(object.location(), e, bytes.count());
            } finally {
                count = bytes.count();
            }
        } catch (IOException e) {
            return unread(object, e, count);
        }
    }

    private Extraction mapped(Location location, Header header, long bytesRead, long held, Chunk chunk) {
        Metadata metadata = mapping.map(header);
        if (metadata == null) {
            return new Extraction.Unreadable(
                    location, Outcome.NOT_INSTANCE, null, -1, "DICOM without a SOP Instance UID", bytesRead);
        }
        ObjectFilter filter = chunk == null ? null : chunk.run().filter();
        if (filter != null && !filter.wants(location, header)) {
            return new Extraction.Skipped(location, filter.rule(), bytesRead);
        }
        Extraction.Read read = new Extraction.Read(location, metadata, bytesRead);
        if (chunk != null) {
            chunk.hold(read, held);
        }
        return read;
    }

    private static Extraction unreadable(Location location, DicomException e, long bytesRead) {
        return e.code() == ErrorCode.NOT_DICOM
                ? new Extraction.Unreadable(location, Outcome.NOT_DICOM, null, -1, e.getMessage(), bytesRead)
                : failed(location, e.code().name(), e.offset(), e.getMessage(), bytesRead);
    }

    private static Extraction unread(ObjectReference object, IOException e, long bytesRead) {
        boolean isTransient = e instanceof SourceException source && source.isTransient();
        Location location = isTransient ? object.location().inNoState() : object.location();
        return failed(location, IoError.code(e), bytesRead == 0 ? -1 : bytesRead, IoError.message(e), bytesRead);
    }

    private static Extraction failed(Location location, String code, long offset, String message, long bytesRead) {
        return new Extraction.Unreadable(location, Outcome.FAILED, code, offset, message, bytesRead);
    }
}
