package io.lidc.quality;

import java.sql.SQLException;
import java.util.Optional;

/** Tells whether two instances show the same. */
@FunctionalInterface
public interface PixelComparison {

    /** Opens no object and can never tell. */
    PixelComparison NONE = (one, other) -> Optional.empty();

    /**
     * Compares by SOP Instance UID.
     *
     * @return whether the pixel data are equal; empty where that cannot be told: an object is gone, say
     */
    Optional<Boolean> equal(String one, String other) throws SQLException;
}
