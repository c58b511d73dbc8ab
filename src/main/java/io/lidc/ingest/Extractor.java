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
import io.lidc.source.ObjectReference;
import io.lidc.source.SourceException;
import java.io.IOException;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one object. Whatever is wrong with it becomes an outcome: no exception leaves. */
public final class Extractor {
    private static final Logger LOG = LoggerFactory.getLogger(Extractor.class);

    private final HeaderReader reader;
    private final HeaderMapping mapping;

    /** An extractor that reads with one and maps with the other. */
    public Extractor(HeaderReader reader, HeaderMapping mapping) {
        this.reader = reader;
        this.mapping = mapping;
    }

    /** The object's metadata, or why there are none. */
    public Extraction extract(@Body ObjectReference object) {
        try (CountedBytes bytes = new CountedBytes(object.open())) {
            return extract(object, bytes);
        } catch (IOException e) {
            return unread(object, e, -1, 0);
        }
    }

    private Extraction extract(ObjectReference object, CountedBytes bytes) {
        try {
            Header header = reader.read(bytes);
            Metadata metadata = mapping.map(header);
            return metadata == null
                    ? new Extraction.Unreadable(
                            object.location(),
                            Outcome.NOT_INSTANCE,
                            null,
                            -1,
                            "DICOM without a SOP Instance UID",
                            bytes.count())
                    : new Extraction.Read(object.location(), metadata, bytes.count());
        } catch (DicomException e) {
            return e.code() == ErrorCode.NOT_DICOM
                    ? new Extraction.Unreadable(
                            object.location(), Outcome.NOT_DICOM, null, -1, e.getMessage(), bytes.count())
                    : failed(object.location(), e.code().name(), e.offset(), e.getMessage(), bytes.count());
        } catch (IOException e) {
            return unread(object, e, bytes.count(), bytes.count());
        } catch (RuntimeException e) {
            LOG.error("The header reader failed; this is a defect of the program", e);
            return failed(object.location(), "INTERNAL", -1, e.getClass().getName(), bytes.count());
        }
    }

    private static Extraction unread(ObjectReference object, IOException e, long offset, long bytesRead) {
        boolean passing = e instanceof SourceException source && source.isPassing();
        Location location = passing ? object.location().inNoState() : object.location();
        return failed(location, IoError.code(e), offset, IoError.message(e), bytesRead);
    }

    private static Extraction failed(Location location, String code, long offset, String message, long bytesRead) {
        return new Extraction.Unreadable(location, Outcome.FAILED, code, offset, message, bytesRead);
    }
}
