package io.lidc.source;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import java.io.IOException;

/**
 * One object that a source has listed. It is opened by its location; another process that is given its location (see
 * {@link ReferenceJson}) opens the same object.
 *
 * @param content what the listing has already learned of the bytes
 */
public record ObjectReference(Location location, Content content) {

    /** What is known of an object's bytes before the object is opened. */
    public sealed interface Content {}

    /**
     * Nothing: the object is to be opened.
     *
     * @param hint spares its provider the search for the bytes: the position of an entry in its archive, say; null for none
     */
    public record Unread(String hint) implements Content {}

    /** The header, parsed as the bytes passed by: they need not be read again, and in a stream they cannot. */
    public record Parsed(Header header) implements Content {}

    /** The object was discovered and is unavailable. */
    public record Unavailable(IOException reason) implements Content {}

    /** The bytes have passed by and are not a readable header. */
    public record Unreadable(DicomException reason, long bytesRead) implements Content {}

    /** Read before, by another run or program: there are metadata, or an outcome, and no bytes. */
    public record Extracted(Extraction extraction) implements Content {}

    private static final Content UNREAD = new Unread(null);

    /** An object to be opened by its location. */
    public static ObjectReference at(Location location) {
        return new ObjectReference(location, UNREAD);
    }

    /** An object to be opened by its location, with what spares a search for its bytes. */
    public static ObjectReference at(Location location, String hint) {
        return new ObjectReference(location, new Unread(hint));
    }

    /** An object that was discovered in this state and is unavailable; whoever opens it gets the reason. */
    public static ObjectReference unavailable(Location location, IOException reason) {
        return new ObjectReference(location, new Unavailable(reason));
    }

    /** An object that was discovered and is unavailable; whoever opens it gets the reason. */
    public static ObjectReference unavailable(String uri, IOException reason) {
        return unavailable(new Location(uri, Location.UNKNOWN_SIZE, "unavailable"), reason);
    }

    /** What spares its provider a search; null for nothing. */
    public String hint() {
        return content instanceof Unread unread ? unread.hint() : null;
    }

    /** Bytes of the object that this reference holds in memory. */
    public long heldBytes() {
        return content instanceof Parsed parsed ? parsed.header().bytesRead() : 0;
    }

    /** The location only: a reference may stand in a log where the user asked for locations. */
    @Override
    public String toString() {
        return location.uri();
    }
}
