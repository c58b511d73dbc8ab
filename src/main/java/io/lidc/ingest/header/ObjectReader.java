package io.lidc.ingest.header;

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
import io.lidc.source.ObjectReference.Extracted;
import io.lidc.source.ObjectReference.Parsed;
import io.lidc.source.ObjectReference.Unreadable;
import io.lidc.source.SourceException;
import io.lidc.source.Sources;
import java.io.IOException;

/** Reads one object to what is kept of it. What is wrong with the object becomes an outcome. */
public final class ObjectReader {
    private final Sources sources;
    private final HeaderReader reader;
    private final MemoryBudget budget = MemoryBudget.ofHeap();

    /** A reader of the objects that these sources open. */
    public ObjectReader(Sources sources, HeaderReader reader) {
        this.sources = sources;
        this.reader = reader;
    }

    /** What is made of a header. */
    @FunctionalInterface
    public interface Mapping {
        /**
         * @param bytesRead from the source for it
         * @param held bytes that it takes in memory
         */
        Extraction of(Location location, Header header, long bytesRead, long held);
    }

    /** What an object gives. A header that was parsed while its bytes passed is not read again, nor what was read before. */
    public Extraction read(ObjectReference object, Mapping mapping) {
        if (object.content() instanceof Parsed parsed) {
            long bytes = parsed.header().bytesRead();
            return mapping.of(object.location(), parsed.header(), bytes, bytes);
        }
        if (object.content() instanceof Extracted extracted) {
            return extracted.extraction();
        }
        return object.content() instanceof Unreadable unreadable
                ? unreadable(object.location(), unreadable.reason(), unreadable.bytesRead())
                : open(object, mapping);
    }

    /** The metadata of a header; an outcome where it tells of no instance. */
    public static Extraction map(HeaderMapping mapping, Location location, Header header, long bytesRead) {
        Metadata metadata = mapping.map(header);
        return metadata == null
                ? new Extraction.Unreadable(
                        location, Outcome.NOT_INSTANCE, null, -1, "DICOM without a SOP Instance UID", bytesRead)
                : new Extraction.Read(location, metadata, bytesRead);
    }

    /** An object at which the program itself failed. */
    public static Extraction defect(Location location, Throwable failure) {
        return failed(
                location,
                ProcessingError.INTERNAL.name(),
                -1,
                failure.getClass().getName(),
                0);
    }

    /** An object that took more memory than there was. */
    public static Extraction outOfMemory(Location location) {
        return failed(
                location.inNoState(), ProcessingError.OUT_OF_MEMORY.name(), -1, "memory ran out while it was read", 0);
    }

    private Extraction open(ObjectReference object, Mapping mapping) {
        long count = 0;
        try (CountedBytes bytes = new CountedBytes(sources.open(object), budget)) {
            try {
                Header header = reader.read(bytes);
                return mapping.of(object.location(), header, bytes.count(), Math.max(bytes.count(), bytes.held()));
            } catch (DicomException e) {
                return unreadable(object.location(), e, bytes.count());
            } finally {
                count = bytes.count();
            }
        } catch (IOException e) {
            return unread(object, e, count);
        }
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
