package io.lidc.sample;

/**
 * How the slices of a series lie.
 *
 * @param row direction along a row of pixels
 * @param column direction down a column
 * @param feed direction from slice to slice
 * @param tilt of the gantry, degrees; positive where its top leans towards the feet of a patient who lies head first
 * @param patientPosition Patient Position (0018,5100)
 */
record View(Direction row, Direction column, Direction feed, double tilt, String patientPosition) {
    private static final Direction TO_THE_LEFT = new Direction(1, 0, 0);
    private static final Direction TO_THE_RIGHT = new Direction(-1, 0, 0);
    private static final Direction TO_THE_BACK = new Direction(0, 1, 0);
    private static final Direction TO_THE_HEAD = new Direction(0, 0, 1);

    /** Slices across the table, seen from the feet. */
    static final View UPRIGHT = new View(TO_THE_LEFT, TO_THE_BACK, TO_THE_HEAD, 0, "HFS");

    /** The patient lies the other way round, and is seen from the head: the normal points to the feet. */
    static final View FEET_FIRST = new View(TO_THE_RIGHT, TO_THE_BACK, TO_THE_HEAD, 0, "FFS");

    /** Slices that lean by the tilt of the gantry and move along the table: each is shifted against the one before. */
    static View tilted(double degrees) {
        // StrictMath gives the same last digit on every machine, so that two samples are equal byte for byte.
        double columnY = StrictMath.cos(StrictMath.toRadians(degrees));
        double columnZ = StrictMath.sin(StrictMath.toRadians(degrees));
        return new View(TO_THE_LEFT, new Direction(0, columnY, columnZ), TO_THE_HEAD, degrees, "HFS");
    }

    /** Slices turned about two axes, stacked along their normal, as a reconstruction makes them. */
    static View oblique(double aboutY, double aboutX) {
        double cosY = StrictMath.cos(StrictMath.toRadians(aboutY));
        double sinY = StrictMath.sin(StrictMath.toRadians(aboutY));
        double cosX = StrictMath.cos(StrictMath.toRadians(aboutX));
        double sinX = StrictMath.sin(StrictMath.toRadians(aboutX));
        Direction row = new Direction(cosY, 0, sinY);
        Direction column = new Direction(-sinY * sinX, cosX, cosY * sinX);
        return new View(row, column, row.cross(column), 0, "HFS");
    }

    /** Whether the slices are made from other slices, not from projections. */
    boolean isReformatted() {
        return feed != TO_THE_HEAD;
    }
}
