package io.lidc.sample.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A data set in the making: set replaces, the order of the calls does not matter. */
public final class DataSet {
    private static final int DECIMAL_PLACES = 6;

    // The order of the enum is that of its source text; a data set must ascend by tag (PS3.5 section 7.1).
    private final SortedMap<Attribute, Value> elements =
            new TreeMap<>(Comparator.comparing(Attribute::tag, Integer::compareUnsigned));

    /** An element without value, as type 2 allows (PS3.5 section 7.4.3). */
    public DataSet empty(Attribute attribute) {
        return put(attribute, attribute.vr() == Vr.SQ ? new Value.Items(List.of()) : new Value.Text(""));
    }

    /** Text, one value or several. */
    public DataSet set(Attribute attribute, String... values) {
        return put(attribute, new Value.Text(String.join("\\", values)));
    }

    /** A whole number, as the VR wants it: IS, US, SS or UL. */
    public DataSet set(Attribute attribute, int number) {
        return switch (attribute.vr()) {
            case IS -> set(attribute, Integer.toString(number));
            case US, SS -> put(attribute, new Value.Words((short) number));
            case UL -> put(attribute, new Value.UnsignedLong(number));
            default -> throw new IllegalArgumentException(attribute + " takes no whole number");
        };
    }

    /** Decimal numbers for DS: at most six places, so that none takes more than the 16 characters of PS3.5 section 6.2. */
    public DataSet setDecimal(Attribute attribute, double... numbers) {
        return set(
                attribute,
                Arrays.stream(numbers).mapToObj(DataSet::decimalString).collect(Collectors.joining("\\")));
    }

    public DataSet put(Attribute attribute, Value value) {
        elements.put(attribute, value);
        return this;
    }

    /** Takes over the elements of another data set. */
    public DataSet addAll(DataSet other) {
        elements.putAll(other.elements);
        return this;
    }

    /** The elements with tags below that of the given attribute. */
    public DataSet before(Attribute attribute) {
        DataSet head = new DataSet();
        head.elements.putAll(elements.headMap(attribute));
        return head;
    }

    /** The text of an element that has text. */
    public String text(Attribute attribute) {
        return ((Value.Text) elements.get(attribute)).text();
    }

    /** The elements in ascending order of their tags. */
    public SortedMap<Attribute, Value> elements() {
        return Collections.unmodifiableSortedMap(elements);
    }

    private static String decimalString(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(DECIMAL_PLACES, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.toPlainString();
    }
}
