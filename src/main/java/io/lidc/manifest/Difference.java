package io.lidc.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * An instance in which a database differs from a manifest.
 *
 * @param location of the object that the database holds; null for none
 */
public record Difference(Kind kind, String sopInstanceUid, String location) {

    /** In what. */
    public enum Kind {
        /** The database holds another header under the UID. */
        OTHER_HEADER("with another header"),
        /** The database does not hold it. */
        MISSING("missing here"),
        /** The manifest does not have it. */
        ADDITIONAL("not in the manifest");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For a person. */
        public String words() {
            return words;
        }
    }

    Difference at(String uri) {
        return new Difference(kind, sopInstanceUid, uri);
    }

    /** Walks along both, which are in the same order. */
    static void between(InstanceList expected, HeldInstances held, Consumer<Difference> each)
            throws SQLException, IOException {
        HeldInstance one = expected.next();
        HeldInstance other = held.next();
        while (one != null || other != null) {
            int order = order(one, other);
            if (order < 0) {
                each.accept(new Difference(Kind.MISSING, one.uid(), null));
            } else if (order > 0) {
                each.accept(new Difference(Kind.ADDITIONAL, other.uid(), null));
            } else if (!one.digest().equals(other.digest())) {
                each.accept(new Difference(Kind.OTHER_HEADER, one.uid(), null));
            }
            one = order <= 0 ? expected.next() : one;
            other = order >= 0 ? held.next() : other;
        }
    }

    /** What is at its end is after everything. */
    private static int order(HeldInstance one, HeldInstance other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(
                one.uid().getBytes(StandardCharsets.UTF_8), other.uid().getBytes(StandardCharsets.UTF_8));
    }
}
