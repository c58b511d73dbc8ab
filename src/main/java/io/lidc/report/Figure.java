package io.lidc.report;

import io.lidc.report.chart.Chart;

/**
 * A statistic with what the database says.
 *
 * @param chart null where there is nothing to see: no rows, or one
 * @param remark a sentence in the chart's place or beside it; null for none
 */
record Figure(Statistic statistic, Table table, Chart chart, String remark) {

    /** With another sentence, unless it is null. */
    Figure remarked(String sentence) {
        if (sentence == null) {
            return this;
        }
        return new Figure(statistic, table, chart, remark == null ? sentence : remark + " " + sentence);
    }
}
