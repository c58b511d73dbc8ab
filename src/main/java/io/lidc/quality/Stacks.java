package io.lidc.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tells apart the stacks that share a series. Slices of one orientation are one stack, unless slices in the same place or gaps
 * between them vanish when they are divided by acquisition, by kernel, or by their turn in each place.
 */
final class Stacks {
    /** With fewer slices, a part has no spacing of its own. */
    private static final int MIN_SLICES = 3;

    private static final List<Function<Slice, Object>> DIVISIONS = List.of(Slice::acquisitionNumber, Slice::kernel);

    private Stacks() {}

    /** The stacks of slices with a place each, the largest first. */
    static List<Stack> of(List<Slice> slices) {
        List<Stack> stacks = new ArrayList<>();
        byOrientation(slices).forEach(parallel -> stacks.addAll(divide(parallel)));
        stacks.sort(
                Comparator.comparingInt((Stack stack) -> stack.slices().size()).reversed());
        return stacks;
    }

    private static List<List<Slice>> byOrientation(List<Slice> slices) {
        List<List<Slice>> groups = new ArrayList<>();
        for (Slice slice : slices) {
            groupOf(slice, groups).add(slice);
        }
        return groups;
    }

    private static List<Slice> groupOf(Slice slice, List<List<Slice>> groups) {
        for (List<Slice> group : groups) {
            if (slice.orientation().isLike(group.get(0).orientation())) {
                return group;
            }
        }
        List<Slice> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    private static List<Stack> divide(List<Slice> parallel) {
        Stack whole = new Stack(parallel);
        if (whole.faults() == 0) {
            return List.of(whole);
        }
        for (Function<Slice, Object> division : DIVISIONS) {
            List<Stack> parts = parts(parallel, division);
            if (explain(parts, whole)) {
                return parts;
            }
        }
        List<Stack> turns = turns(whole);
        return explain(turns, whole) ? turns : List.of(whole);
    }

    private static List<Stack> parts(List<Slice> parallel, Function<Slice, Object> division) {
        Map<String, List<Slice>> parts = new TreeMap<>();
        for (Slice slice : parallel) {
            parts.computeIfAbsent(Objects.toString(division.apply(slice)), unseen -> new ArrayList<>())
                    .add(slice);
        }
        return parts.values().stream().map(Stack::new).toList();
    }

    /** The first slices of each plane, the second ones and so on, where every plane has as many. */
    private static List<Stack> turns(Stack whole) {
        int turns = whole.planes().get(0).size();
        if (whole.planes().stream().anyMatch(plane -> plane.size() != turns)) {
            return List.of();
        }
        List<Stack> parts = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            int turn = i;
            parts.add(new Stack(
                    whole.planes().stream().map(plane -> plane.get(turn)).toList()));
        }
        return parts;
    }

    private static boolean explain(List<Stack> parts, Stack whole) {
        return parts.size() > 1
                && parts.stream().allMatch(part -> part.slices().size() >= MIN_SLICES)
                && parts.stream().mapToInt(Stack::faults).sum() < whole.faults()
                && !continueOneAnother(parts);
    }

    /** Acquisitions of a few slices each, one after the other along the table, are one stack. */
    private static boolean continueOneAnother(List<Stack> parts) {
        List<Stack> sorted = parts.stream()
                .sorted(Comparator.comparingDouble(Stack::firstPlace))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            double step = sorted.get(i).firstPlace() - sorted.get(i - 1).lastPlace();
            double spacing = sorted.get(i).spacing().median();
            if (step > spacing / 2 && step < 1.5 * spacing) {
                return true;
            }
        }
        return false;
    }
}
