package io.lidc.metadata;

import io.lidc.model.Location;
import io.lidc.model.StoredInstance;
import java.util.Objects;
import java.util.function.Predicate;

/** What an object is to the one that is stored under its SOP Instance UID. */
public enum Relation {
    /** It, in the same state. */
    SAME,
    /** It, in another state. */
    CHANGED,
    /** A whole copy of a cut one. */
    COMPLETING,
    /** A copy of one that is gone. */
    MOVED,
    /** A copy. */
    COPY,
    /** Another object under the same UID. */
    OTHER;

    /**
     * The relation.
     *
     * @param object as it would be stored, with the run that has read it
     * @param exists whether what is stored is still where it was stored from; asked only where that decides
     */
    public static Relation of(StoredInstance object, StoredInstance stored, Predicate<Location> exists) {
        Location location = object.location();
        if (location.uri().equals(stored.location().uri())) {
            return location.equals(stored.location()) ? SAME : CHANGED;
        }
        boolean sameHeader = object.headerDigest().equals(stored.headerDigest())
                && Objects.equals(object.seriesInstanceUid(), stored.seriesInstanceUid());
        if (!sameHeader) {
            return OTHER;
        }
        if (WarningCodes.isCut(stored.warnings()) && !WarningCodes.isCut(object.warnings())) {
            return COMPLETING;
        }
        // What this run has stored may be on its way: a file of an inbox is in its place only after the commit.
        return object.runId().equals(stored.runId()) || exists.test(stored.location()) ? COPY : MOVED;
    }

    /** Whether the object takes the place of the stored one. */
    public boolean replaces() {
        return this == CHANGED || this == COMPLETING || this == MOVED;
    }
}
