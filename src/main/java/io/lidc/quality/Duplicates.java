package io.lidc.quality;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slices in the place of another slice of their stack.
 *
 * @param count all of them
 * @param equal those with the pixels of the other
 * @param different those with other pixels; what remains could not be compared
 */
record Duplicates(int count, int equal, int different) {
    /** Objects are opened for this: a series that is there twice is known for what it is after so many. */
    private static final int MAX_COMPARED = 8;

    static Duplicates of(List<Stack> stacks, PixelComparison pixels) throws SQLException {
        List<String[]> pairs = new ArrayList<>();
        for (Stack stack : stacks) {
            for (List<Slice> plane : stack.planes()) {
                for (Slice slice : plane.subList(1, plane.size())) {
                    pairs.add(new String[] {plane.get(0).sopInstanceUid(), slice.sopInstanceUid()});
                }
            }
        }
        int equal = 0;
        int different = 0;
        for (String[] pair : pairs.subList(0, Math.min(pairs.size(), MAX_COMPARED))) {
            Optional<Boolean> same = pixels.equal(pair[0], pair[1]);
            equal += same.isPresent() && same.get() ? 1 : 0;
            different += same.isPresent() && !same.get() ? 1 : 0;
        }
        return new Duplicates(pairs.size(), equal, different);
    }
}
