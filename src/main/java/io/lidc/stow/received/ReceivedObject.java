package io.lidc.stow.received;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Tag;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Parsed;
import io.lidc.source.ObjectReference.Unavailable;
import io.lidc.source.ObjectReference.Unreadable;
import java.io.IOException;

/**
 * An object that has arrived.
 *
 * @param sopClassUid null where the header has none, or cannot be read
 * @param sopInstanceUid likewise
 * @param studyInstanceUid likewise
 */
public record ReceivedObject(
        ObjectReference reference, String sopClassUid, String sopInstanceUid, String studyInstanceUid) {

    /** Reads its header; what is wrong with it is said when it is ingested. */
    public static ReceivedObject read(Location location, ByteSource bytes, HeaderReader reader) throws IOException {
        return of(location, content(bytes, reader));
    }

    /** What its bytes are. */
    public static ObjectReference.Content content(ByteSource bytes, HeaderReader reader) throws IOException {
        try {
            return new Parsed(reader.read(bytes));
        } catch (DicomException e) {
            return new Unreadable(e, Math.max(0, bytes.size()));
        }
    }

    public static ReceivedObject of(Location location, ObjectReference.Content content) {
        ObjectReference reference = new ObjectReference(location, content);
        if (content instanceof Parsed parsed) {
            Header header = parsed.header();
            return new ReceivedObject(
                    reference,
                    header.text(Tag.SOP_CLASS_UID),
                    header.text(Tag.SOP_INSTANCE_UID),
                    header.text(Tag.STUDY_INSTANCE_UID));
        }
        return new ReceivedObject(reference, null, null, null);
    }

    /** Whether it may be stored under a study; an object whose header cannot be read may, as a failure. */
    public boolean mayBelongTo(String study) {
        return study == null || sopInstanceUid == null || study.equals(studyInstanceUid);
    }

    /** The same object, which is not to be stored. */
    public ReceivedObject refused(String reason) {
        return new ReceivedObject(
                new ObjectReference(reference.location(), new Unavailable(new IOException(reason))),
                sopClassUid,
                sopInstanceUid,
                studyInstanceUid);
    }
}
