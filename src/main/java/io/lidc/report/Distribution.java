package io.lidc.report;

import io.lidc.report.chart.Numerals;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A quantity and how it is distributed: over its values where there are few, over bins otherwise.
 *
 * @param id names its files and its place in the page
 * @param axis the quantity with its unit
 * @param unit behind each value; empty for a number without one
 * @param setting whether it is chosen from a few values, as thickness is, rather than measured
 * @param counted what has the quantity: {@code CT series}
 * @param expression SQL for the quantity
 * @param source what the SQL selects from
 */
record Distribution(
        String id,
        String title,
        String axis,
        String unit,
        boolean setting,
        String counted,
        String expression,
        String source) {
    private static final int MAX_SETTINGS = 12;
    private static final int BINS = 16;

    /**
     * The statistic for what the database holds of it.
     *
     * @param range gives the row of {@link #rangeSql()}
     */
    Statistic statistic(Table range) {
        String subtitle = counted + ", by " + axis;
        long distinct = number(range, 4);
        if (distinct <= (setting ? MAX_SETTINGS : 1)) {
            return new Statistic(id, title, valuesSql(), new Statistic.Bars(subtitle, unit));
        }
        double min = ((Number) range.cell(2)).doubleValue();
        double max = ((Number) range.cell(3)).doubleValue();
        double width = Numerals.nice((max - min) / BINS);
        if (min == Math.rint(min) && max == Math.rint(max)) {
            width = Math.max(1, width);
        }
        return new Statistic(id, title, binsSql(width), new Statistic.Bins(subtitle, axis, width));
    }

    /** How many have the quantity and lack it, its least and greatest value, and how many values there are. */
    String rangeSql() {
        return "select count(v) as given, count(*) - count(v) as not_given, min(v) as least, max(v) as greatest,"
                + " count(distinct v) as different from (" + values() + ") quantity";
    }

    /** How many lack it, as a sentence; null where none does. */
    String remark(Table range) {
        long without = number(range, 1);
        long all = without + number(range, 0);
        return without == 0
                ? null
                : "Not given for " + Numerals.of(without) + " of " + Numerals.of(all) + " " + counted + ".";
    }

    private String values() {
        return "select floor((" + expression + ") * 1000 + 0.5) / 1000 as v from " + source;
    }

    private String valuesSql() {
        return "select v as " + id + ", count(*) as " + column() + "\nfrom (" + values()
                + ") quantity\nwhere v is not null group by v order by v";
    }

    private String binsSql(double width) {
        String bin = "cast(floor(v / " + plain(width) + " + 0.000000001) as integer)";
        // Divided by 20, numbers come out as they are written; multiplied by 0.05, they do not.
        String times = width < 1 ? " / " + Math.round(1 / width) + ".0" : " * " + plain(width);
        return "select bin" + times + " as at_least, (bin + 1)" + times + " as below, count(*) as " + column()
                + "\nfrom (select " + bin + " as bin\n  from (" + values()
                + ") quantity where v is not null) binned\ngroup by bin order by bin";
    }

    private String column() {
        return counted.replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static long number(Table range, int column) {
        return ((Number) range.cell(column)).longValue();
    }
}
