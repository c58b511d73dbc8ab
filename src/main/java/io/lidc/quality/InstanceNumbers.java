package io.lidc.quality;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** What Instance Numbers (0020,0013) tell of a series. */
final class InstanceNumbers {

    /** Which way the numbers go along the normal. */
    enum Order {
        ASCENDING,
        DESCENDING,
        MIXED
    }

    private InstanceNumbers() {}

    /**
     * How many are left out between the lowest and the highest; 0 where more are left out than are there: such numbers do not
     * count the slices.
     */
    static int leftOut(Collection<Slice> slices) {
        TreeSet<Integer> numbers = numbers(slices);
        if (numbers.isEmpty()) {
            return 0;
        }
        long leftOut = (long) numbers.last() - numbers.first() + 1 - numbers.size();
        return leftOut > numbers.size() ? 0 : (int) leftOut;
    }

    /** How many slices have the number of another. */
    static int repeated(Collection<Slice> slices) {
        int numbered = (int) slices.stream()
                .map(Slice::instanceNumber)
                .filter(Objects::nonNull)
                .count();
        return numbered - numbers(slices).size();
    }

    /** The order of the slices of a stack, by one slice of each plane; null where fewer than two have a number. */
    static Order order(Stack stack) {
        List<Integer> numbers = stack.firsts().stream()
                .map(Slice::instanceNumber)
                .filter(Objects::nonNull)
                .toList();
        boolean ascends = false;
        boolean descends = false;
        for (int i = 1; i < numbers.size(); i++) {
            ascends |= numbers.get(i) > numbers.get(i - 1);
            descends |= numbers.get(i) < numbers.get(i - 1);
        }
        if (ascends && descends) {
            return Order.MIXED;
        }
        return ascends || descends ? ascends ? Order.ASCENDING : Order.DESCENDING : null;
    }

    private static TreeSet<Integer> numbers(Collection<Slice> slices) {
        TreeSet<Integer> numbers = new TreeSet<>();
        slices.stream().map(Slice::instanceNumber).filter(Objects::nonNull).forEach(numbers::add);
        return numbers;
    }
}
