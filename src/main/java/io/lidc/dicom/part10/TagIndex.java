package io.lidc.dicom.part10;

import java.util.Arrays;

/** Finds the elements of one data set by tag in logarithmic time, whatever their encoded order. */
final class TagIndex {
    private final ElementTable table;
    private final int from;
    private final int count;

    /** Rows in ascending order of their tags; null if they are consecutive from {@link #from} on. */
    private final int[] sorted;

    /** Indexes the rows from {@code from} to {@code to} (exclusive), except those within sequences. */
    TagIndex(ElementTable table, int from, int to) {
        int elements = 0;
        boolean ascending = true;
        int last = 0;
        for (int row = from; row < to; row = table.next(row)) {
            ascending &= elements == 0 || Integer.compareUnsigned(table.tag(row), last) > 0;
            last = table.tag(row);
            elements++;
        }
        this.table = table;
        this.from = from;
        this.count = elements;
        this.sorted = ascending && elements == to - from ? null : sorted(table, from, elements);
    }

    private static int[] sorted(ElementTable table, int from, int count) {
        long[] tagsAndRows = new long[count];
        int row = from;
        for (int i = 0; i < count; i++, row = table.next(row)) {
            // Inverting the first bit makes the order of signed numbers that of unsigned tags.
            tagsAndRows[i] = (long) (table.tag(row) ^ Integer.MIN_VALUE) << 32 | row;
        }
        Arrays.sort(tagsAndRows);
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> (int) tagsAndRows[i]);
        return rows;
    }

    /** The first row of a tag; -1 if absent. */
    int find(int tag) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(table.tag(row(middle)), tag) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < count && table.tag(row(low)) == tag ? row(low) : -1;
    }

    private int row(int index) {
        return sorted == null ? from + index : sorted[index];
    }
}
