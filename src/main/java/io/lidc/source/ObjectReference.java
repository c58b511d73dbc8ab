package io.lidc.source;

import io.lidc.dicom.ByteSource;
import io.lidc.metadata.Location;
import java.io.IOException;

/**
 * One object that a source has listed.
 *
 * @param acknowledgement told when the object's outcome is in the database, never before
 */
public record ObjectReference(Location location, Opener opener, Acknowledgement acknowledgement) {

    /** An object of a source that wants no acknowledgement. */
    public ObjectReference(Location location, Opener opener) {
        this(location, opener, readable -> {});
    }

    /** Opens the object's bytes. */
    @FunctionalInterface
    public interface Opener {
        /** @throws IOException when the object cannot be had; the exception's type says why */
        ByteSource open() throws IOException;
    }

    /** What a source does with an object whose outcome is in the database: move it out of an inbox, say. */
    @FunctionalInterface
    public interface Acknowledgement {
        /**
         * @param readable false when the object ended as FAILED
         * @throws IOException when it cannot be done; the object is discovered again and then UNCHANGED
         */
        void acknowledge(boolean readable) throws IOException;
    }

    /** An object that was discovered and can't be opened; whoever tries gets the reason. */
    public static ObjectReference unavailable(String uri, IOException reason) {
        return new ObjectReference(new Location(uri, -1, "unavailable"), () -> {
            throw reason;
        });
    }

    /** Opens the object's bytes. */
    public ByteSource open() throws IOException {
        return opener.open();
    }

    /** The location only: a reference may stand in a log where the user asked for locations. */
    @Override
    public String toString() {
        return location.uri();
    }
}
