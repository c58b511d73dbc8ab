package io.lidc.stow;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Tag;
import io.lidc.source.ObjectReference;
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

    /** Whether it may be stored under a study; an object whose header cannot be read may, as a failure. */
    boolean mayBelongTo(String study) {
        return study == null || sopInstanceUid == null || study.equals(studyInstanceUid);
    }

    /** The same object, which nobody can open. */
    ReceivedObject refused(String reason) {
        ObjectReference.Opener opener = () -> {
            throw new IOException(reason);
        };
        return new ReceivedObject(
                new ObjectReference(reference.location(), opener, reference.acknowledgement()),
                sopClassUid,
                sopInstanceUid,
                studyInstanceUid);
    }

    /** Reads who it is. What is wrong with it is told when it is ingested. */
    static ReceivedObject of(ObjectReference reference, HeaderReader reader) throws IOException {
        try (var bytes = reference.open()) {
            Header header = reader.read(bytes);
            return new ReceivedObject(
                    reference,
                    header.text(Tag.SOP_CLASS_UID),
                    header.text(Tag.SOP_INSTANCE_UID),
                    header.text(Tag.STUDY_INSTANCE_UID));
        } catch (DicomException | ReceivedPrefix.BeyondException e) {
            return new ReceivedObject(reference, null, null, null);
        }
    }
}
