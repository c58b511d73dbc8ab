package io.lidc.ingest.replay;

import io.lidc.dicom.DicomException;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Content;
import io.lidc.source.ObjectReference.Parsed;
import io.lidc.source.ObjectReference.Unreadable;
import io.lidc.source.folder.FileSource;
import io.lidc.store.FailedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Copies that the dead-letter folder keeps, for objects that are unavailable where they lay. */
final class KeptCopies {
    private final Replayed replayed;

    KeptCopies(Replayed replayed) {
        this.replayed = replayed;
    }

    /** The object as it is; what its copy holds where it is unavailable and there is one. */
    ObjectReference inPlaceOf(FailedObject former, ObjectReference present) {
        Optional<Path> copy = replayed.letters().copy(KeptLetter.of(former));
        return copy.isEmpty() || isAvailable(present)
                ? present
                : read(copy.get())
                        .map(content -> new ObjectReference(former.location(), content))
                        .orElse(present);
    }

    private boolean isAvailable(ObjectReference object) {
        try {
            replayed.sources().open(object).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Empty where the copy cannot be read either: the object's own trouble counts then. */
    private Optional<Content> read(Path copy) {
        try (FileSource bytes = new FileSource(copy)) {
            return Optional.of(new Parsed(replayed.reader().read(bytes)));
        } catch (DicomException e) {
            return Optional.of(new Unreadable(e, 0));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
