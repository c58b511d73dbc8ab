package io.lidc.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The slices of a CT series, from foot to head, around the middle of the chest.
 *
 * @param positions of the table, the missing one included
 * @param thickness of a slice, mm
 * @param feed of the table from slice to slice, mm
 * @param tilt of the gantry, degrees; positive where its top leans towards the feet of a patient who lies head first
 * @param missing instance number that is left out; 0 for none
 */
record Slices(int positions, double thickness, double feed, double tilt, int missing) {

    /** Slices across the table, none missing. */
    static Slices upright(int positions, double thickness, double feed) {
        return new Slices(positions, thickness, feed, 0, 0);
    }

    Slices tilted(double degrees) {
        return new Slices(positions, thickness, feed, degrees, missing);
    }

    Slices without(int instanceNumber) {
        return new Slices(positions, thickness, feed, tilt, instanceNumber);
    }

    List<Integer> instanceNumbers() {
        return IntStream.rangeClosed(1, positions)
                .filter(number -> number != missing)
                .boxed()
                .toList();
    }

    /** Where the slice crosses the axis of the gantry, mm. */
    double location(int instanceNumber) {
        return Phantom.MIDDLE + (instanceNumber - 1 - (positions - 1) / 2.0) * feed;
    }

    /** The plane of a slice of so many rows and columns over a field of view of so many mm. */
    ImagePlane plane(int instanceNumber, int matrix, double diameter) {
        return ImagePlane.across(location(instanceNumber), tilt, matrix, diameter / matrix);
    }

    /** From the centre of a slice to that of the next along their normal, mm: less than the feed where they are tilted. */
    double spacing() {
        return feed * StrictMath.cos(StrictMath.toRadians(tilt));
    }
}
