package io.lidc.quality;

/**
 * Image Orientation (Patient) (0020,0037).
 *
 * @param row direction along a row
 * @param column direction down a column
 */
record Orientation(Vector row, Vector column) {
    /** Part of a direction: about a third of a degree. Scanners round the same direction differently from slice to slice. */
    private static final double TOLERANCE = 0.005;

    /** Below this, row and column span no plane. */
    private static final double DEGENERATE = 1e-3;

    /** The direction in which slices are ordered, of length 1. */
    Vector normal() {
        return row.cross(column).unit();
    }

    /** Whether the two directions span a plane. */
    boolean isValid() {
        return row.cross(column).length() > DEGENERATE;
    }

    boolean isLike(Orientation other) {
        return row.difference(other.row) <= TOLERANCE && column.difference(other.column) <= TOLERANCE;
    }
}
