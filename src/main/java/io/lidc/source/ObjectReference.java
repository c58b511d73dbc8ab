package io.lidc.source;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import java.io.IOException;

/**
 * One object that a source has listed.
 *
 * @param acknowledgement told when the object's outcome is in the database, never before
 * @param held bytes of the object that the reference holds in memory: those of an entry of a compressed stream, say
 */
public record ObjectReference(Location location, Opener opener, Acknowledgement acknowledgement, int held) {

    /** An object of which nothing is held in memory. */
    public ObjectReference(Location location, Opener opener, Acknowledgement acknowledgement) {
        this(location, opener, acknowledgement, 0);
    }

    /** An object of a source that wants no acknowledgement. */
    public ObjectReference(Location location, Opener opener) {
        this(location, opener, verdict -> {});
    }

    /** The same object, of which so many bytes are held in memory. */
    public ObjectReference holding(int bytes) {
        return new ObjectReference(location, opener, acknowledgement, bytes);
    }

    /** The same object for a source that wants to be told. */
    public ObjectReference acknowledgedBy(Acknowledgement wanted) {
        return new ObjectReference(location, opener, wanted, held);
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
        /** @throws IOException when it cannot be done; the object is discovered again and then UNCHANGED */
        void acknowledge(Verdict verdict) throws IOException;
    }

    /**
     * What became of an object.
     *
     * @param readable false when it ended as FAILED
     * @param runId the run that came to this verdict: the object's dead letter lies in the folder of this name
     */
    public record Verdict(boolean readable, String runId) {}

    /** An object that was discovered and can't be opened; whoever tries gets the reason. */
    public static ObjectReference unavailable(String uri, IOException reason) {
        return unavailable(new Location(uri, -1, "unavailable"), reason);
    }

    /** An object that was discovered in this state and can't be opened; whoever tries gets the reason. */
    public static ObjectReference unavailable(Location location, IOException reason) {
        return new ObjectReference(location, () -> {
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
