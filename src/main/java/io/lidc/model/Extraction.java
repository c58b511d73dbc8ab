package io.lidc.model;

/** What reading one object gave. */
public sealed interface Extraction {

    /** The object that was read. */
    Location location();

    /** Bytes read from the source for it. */
    long bytesRead();

    /** An instance with its metadata. */
    record Read(Location location, Metadata metadata, long bytesRead) implements Extraction {}

    /**
     * An object that gives no instance.
     *
     * @param outcome {@link Outcome#NOT_DICOM}, {@link Outcome#NOT_INSTANCE} or {@link Outcome#FAILED}
     * @param errorCode a stable code: {@link io.lidc.dicom.ErrorCode}, {@link ProcessingError}, or of the source
     * @param errorOffset in bytes from the object's first; -1 where it has no place in the object
     * @param message in words, without any value of the data set
     */
    record Unreadable(
            Location location, Outcome outcome, String errorCode, long errorOffset, String message, long bytesRead)
            implements Extraction {

        /** The same failure of the same state, under the URI of another place. */
        public Unreadable at(String uri) {
            Location place = new Location(uri, location.size(), location.version());
            return new Unreadable(place, outcome, errorCode, errorOffset, message, bytesRead);
        }

        /** An instance that was read well and that the database refuses. */
        public static Unreadable rejected(Read read) {
            return new Unreadable(
                    read.location,
                    Outcome.FAILED,
                    ProcessingError.STORE_REJECTED.name(),
                    -1,
                    "the database refuses one of its values",
                    read.bytesRead);
        }
    }

    /**
     * An object that a rule of the user's leaves out.
     *
     * @param rule the rule's text; another text has the object read again
     */
    record Skipped(Location location, String rule, long bytesRead) implements Extraction {}

    /**
     * An object of which another run has found that it is a copy of the instance with its UID, or contradicts it.
     *
     * @param outcome {@link Outcome#DUPLICATE} or {@link Outcome#CONFLICT}
     * @param message what it differs in; null for nothing
     */
    record Copy(
            Location location,
            Outcome outcome,
            String message,
            String sopInstanceUid,
            String seriesInstanceUid,
            String headerDigest)
            implements Extraction {

        @Override
        public long bytesRead() {
            return 0;
        }
    }
}
