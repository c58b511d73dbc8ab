package io.lidc.sample;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The slices of a CT series, from foot to head, around the middle of the chest.
 *
 * @param positions of the table by which the series is centred
 * @param thickness of a slice, mm
 * @param feed from one place to the next, mm
 * @param places the place of each slice, counted from 0, by Instance Number
 */
record Slices(int positions, double thickness, double feed, View view, SortedMap<Integer, Integer> places) {

    /** How far the chest has moved by the time a place is scanned again, mm: the patient breathes. */
    private static final double BREATH = 4;

    /** Slices across the table, one in each place. */
    static Slices upright(int positions, double thickness, double feed) {
        SortedMap<Integer, Integer> places = new TreeMap<>();
        for (int place = 0; place < positions; place++) {
            places.put(place + 1, place);
        }
        return new Slices(positions, thickness, feed, View.UPRIGHT, places);
    }

    Slices seen(View other) {
        return new Slices(positions, thickness, feed, other, places);
    }

    /** With one left out. */
    Slices without(int instanceNumber) {
        SortedMap<Integer, Integer> others = new TreeMap<>(places);
        others.remove(instanceNumber);
        return at(others);
    }

    /** With so many mm from one slice to the next, and instance numbers that do not tell. */
    Slices withGapAfter(int instanceNumber, double millimetres) {
        int skipped = (int) (millimetres / feed) - 1;
        SortedMap<Integer, Integer> shifted = new TreeMap<>();
        places.forEach((number, place) -> shifted.put(number, number > instanceNumber ? place + skipped : place));
        return at(shifted);
    }

    /** With one more slice, the last by its number, in the place of another. */
    Slices withRepeated(int instanceNumber) {
        SortedMap<Integer, Integer> more = new TreeMap<>(places);
        more.put(places.lastKey() + 1, places.get(instanceNumber));
        return at(more);
    }

    /** With every place scanned twice, the second time as another acquisition. */
    Slices twice() {
        SortedMap<Integer, Integer> more = new TreeMap<>(places);
        places.forEach((number, place) -> more.put(places.lastKey() + number, place));
        return at(more);
    }

    List<Integer> instanceNumbers() {
        return List.copyOf(places.keySet());
    }

    /** Whether each place is scanned a second time. */
    boolean areTwice() {
        return places.size() == 2 * places.values().stream().distinct().count();
    }

    /** Whether a slice with a lower number lies in the same place. */
    boolean isRepeated(int instanceNumber) {
        return places.headMap(instanceNumber).containsValue(places.get(instanceNumber));
    }

    /** Acquisition Number (0020,0012). */
    int acquisition(int instanceNumber) {
        return areTwice() && isRepeated(instanceNumber) ? 2 : 1;
    }

    /** Where the slice lies along the feed, mm. */
    double location(int instanceNumber) {
        return Phantom.MIDDLE * view.feed().z() + offset(instanceNumber);
    }

    /** The plane of a slice of so many rows and columns over a field of view of so many mm. */
    ImagePlane plane(int instanceNumber, int matrix, double diameter) {
        return ImagePlane.of(view, offset(instanceNumber), matrix, diameter / matrix);
    }

    /** The plane in the phantom that the pixels show: another one in a place that is scanned again. */
    ImagePlane shown(int instanceNumber, int matrix, double diameter) {
        double breath = isRepeated(instanceNumber) ? BREATH : 0;
        return ImagePlane.of(view, offset(instanceNumber) + breath, matrix, diameter / matrix);
    }

    /** From the centre of a slice to that of the next along their normal, mm: less than the feed where they are tilted. */
    double spacing() {
        return feed * StrictMath.abs(view.row().cross(view.column()).dot(view.feed()));
    }

    /** From the middle of the chest, mm. */
    private double offset(int instanceNumber) {
        return (places.get(instanceNumber) - (positions - 1) / 2.0) * feed;
    }

    private Slices at(SortedMap<Integer, Integer> other) {
        return new Slices(positions, thickness, feed, view, other);
    }
}
