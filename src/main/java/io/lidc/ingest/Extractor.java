package io.lidc.ingest;

import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.ingest.header.ObjectFilter;
import io.lidc.ingest.header.ObjectReader;
import io.lidc.metadata.HeaderMapping;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.ProcessingError;
import io.lidc.source.ObjectReference;
import io.lidc.source.Sources;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one object. Whatever is wrong with it becomes an outcome: no exception leaves. */
public final class Extractor {
    /** Exchange property with the {@link Chunk} that the object is part of. */
    static final String CHUNK = "chunk";

    private static final Logger LOG = LoggerFactory.getLogger(Extractor.class);

    private final ObjectReader reader;
    private final HeaderMapping mapping;

    /** An extractor that opens, reads and maps by these. */
    public Extractor(Sources sources, HeaderReader reader, HeaderMapping mapping) {
        this.reader = new ObjectReader(sources, reader);
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
            return reader.read(
                    object, (location, header, bytesRead, held) -> mapped(location, header, bytesRead, held, chunk));
        } catch (OutOfMemoryError e) {
            LogContext context = context(chunk);
            LOG.warn("Memory ran out while an object was read; the next run reads it again");
            context.close();
            return ObjectReader.outOfMemory(object.location());
        } catch (RuntimeException | StackOverflowError e) {
            LogContext context = context(chunk).with(LogContext.CODE, ProcessingError.INTERNAL.name());
            LOG.error("The header reader failed; this is a defect of the program", e);
            context.close();
            return ObjectReader.defect(object.location(), e);
        }
    }

    private static LogContext context(Chunk chunk) {
        return chunk == null ? LogContext.ofCode(ProcessingError.INTERNAL.name()) : LogContext.of(chunk.run());
    }

    private Extraction mapped(Location location, Header header, long bytesRead, long held, Chunk chunk) {
        Extraction extraction = ObjectReader.map(mapping, location, header, bytesRead);
        ObjectFilter filter = chunk == null ? null : chunk.run().filter();
        if (filter != null && extraction instanceof Extraction.Read && !filter.wants(location, header)) {
            return new Extraction.Skipped(location, filter.rule(), bytesRead);
        }
        if (chunk != null && extraction instanceof Extraction.Read read) {
            chunk.hold(read, held);
        }
        return extraction;
    }
}
