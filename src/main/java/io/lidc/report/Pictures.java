package io.lidc.report;

import io.lidc.report.Statistic.Bars;
import io.lidc.report.Statistic.Bins;
import io.lidc.report.chart.BarChart;
import io.lidc.report.chart.Chart;
import io.lidc.report.chart.Histogram;
import io.lidc.report.chart.Numerals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** From the rows of a statistic to its chart, or to a sentence where a chart would say nothing. */
final class Pictures {
    private static final int MAX_BARS = 16;

    private Pictures() {}

    static Figure of(Statistic statistic, Table table) {
        if (table.rows().isEmpty()) {
            return new Figure(statistic, table, null, "None.");
        }
        if (statistic.picture() instanceof Bars bars) {
            return table.rows().size() == 1
                    ? new Figure(
                            statistic, table, null, sentence(bars, table.rows().get(0)))
                    : new Figure(statistic, table, chart(statistic.title(), bars, table), null);
        }
        Chart chart = statistic.picture() instanceof Bins bins ? chart(statistic.title(), bins, table) : null;
        return new Figure(statistic, table, chart, null);
    }

    private static String sentence(Bars bars, List<Object> row) {
        if (row.size() > 2) {
            return "All of one: " + label(row.get(0), bars.unit()) + ".";
        }
        String counted = bars.subtitle().replaceFirst(",.*", "");
        String which = number(row, 1) == 1 ? "One only" : "All " + Numerals.of(number(row, 1)) + " " + counted;
        return which + ": " + label(row.get(0), bars.unit()) + ".";
    }

    private static Chart chart(String title, Bars picture, Table table) {
        List<BarChart.Bar> bars = new ArrayList<>();
        int shown = table.rows().size() > MAX_BARS ? MAX_BARS - 1 : table.rows().size();
        for (List<Object> row : table.rows().subList(0, shown)) {
            bars.add(new BarChart.Bar(label(row.get(0), picture.unit()), parts(row)));
        }
        List<List<Object>> others = table.rows().subList(shown, table.rows().size());
        if (!others.isEmpty()) {
            bars.add(new BarChart.Bar(Numerals.of(others.size()) + " others", sums(others)));
        }
        List<String> columns = table.columns().subList(1, table.columns().size());
        List<String> parts = columns.size() == 1 ? List.of("") : columns;
        return new BarChart(title, picture.subtitle(), parts, bars);
    }

    private static Chart chart(String title, Bins picture, Table table) {
        List<Histogram.Bin> bins = table.rows().stream()
                .map(row -> new Histogram.Bin(number(row, 0), number(row, 2)))
                .toList();
        String counted = picture.subtitle().replaceFirst(",.*", "");
        return new Histogram(title, picture.subtitle(), picture.axis(), counted, picture.width(), bins);
    }

    private static String label(Object label, String unit) {
        String text = label instanceof Number number ? Numerals.of(number.doubleValue()) : String.valueOf(label);
        return unit.isEmpty() ? text : text + " " + unit;
    }

    private static List<Double> parts(List<Object> row) {
        List<Double> parts = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            parts.add(number(row, i));
        }
        return parts;
    }

    private static List<Double> sums(List<List<Object>> rows) {
        List<Double> sums = new ArrayList<>(Collections.nCopies(rows.get(0).size() - 1, 0.0));
        for (List<Object> row : rows) {
            for (int i = 0; i < sums.size(); i++) {
                sums.set(i, sums.get(i) + number(row, i + 1));
            }
        }
        return sums;
    }

    private static double number(List<Object> row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
