package io.lidc.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parallel slices, ordered by their place along the normal. Planes are the distinct places; lengths are in mm. */
final class Stack {
    /** Two slices that are nearer than this lie in one plane: positions are rounded to so much. */
    private static final double SAME_PLACE = 0.01;

    private static final Comparator<Slice> BY_NUMBER = Comparator.comparing(
                    Slice::instanceNumber, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(Slice::sopInstanceUid);

    private final Vector normal;
    private final List<Slice> slices;
    private final List<List<Slice>> planes = new ArrayList<>();
    private final Spacing spacing;

    /** @param parallel slices with a place each, one or more */
    Stack(List<Slice> parallel) {
        normal = parallel.get(0).orientation().normal();
        slices = parallel.stream()
                .sorted(Comparator.comparingDouble(this::place))
                .toList();
        double placeOfPlane = Double.NEGATIVE_INFINITY;
        for (Slice slice : slices) {
            if (place(slice) - placeOfPlane > SAME_PLACE) {
                placeOfPlane = place(slice);
                planes.add(new ArrayList<>());
            }
            planes.get(planes.size() - 1).add(slice);
        }
        planes.forEach(plane -> plane.sort(BY_NUMBER));
        spacing = Spacing.of(steps());
    }

    List<Slice> slices() {
        return slices;
    }

    /** The slices of each place, mostly one, by Instance Number. */
    List<List<Slice>> planes() {
        return planes;
    }

    /** The first slice of each plane. */
    List<Slice> firsts() {
        return planes.stream().map(plane -> plane.get(0)).toList();
    }

    Vector normal() {
        return normal;
    }

    double firstPlace() {
        return place(first(0));
    }

    double lastPlace() {
        return place(first(planes.size() - 1));
    }

    /** How the planes follow one another. */
    Spacing spacing() {
        return spacing;
    }

    /** Slices in the place of another. */
    int repeated() {
        return slices.size() - planes.size();
    }

    /** Slices too many and gaps: what another division into stacks may explain. */
    int faults() {
        return repeated() + spacing.gaps();
    }

    /** The angle between the normal and the way from plane to plane, degrees; 0 for a single plane. */
    double tilt() {
        double[] angles = new double[planes.size() - 1];
        for (int i = 0; i < angles.length; i++) {
            Vector way = first(i + 1).position().minus(first(i).position());
            angles[i] = Math.toDegrees(Math.acos(Math.min(1, Math.abs(way.dot(normal)) / way.length())));
        }
        return angles.length == 0 ? 0 : Spacing.of(angles).median();
    }

    private double[] steps() {
        double[] steps = new double[planes.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = place(first(i + 1)) - place(first(i));
        }
        return steps;
    }

    private Slice first(int plane) {
        return planes.get(plane).get(0);
    }

    private double place(Slice slice) {
        return slice.position().dot(normal);
    }
}
