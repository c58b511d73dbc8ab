package io.lidc.report;

/**
 * A number, a table or a chart of the report, and the query that gives it.
 *
 * @param id names its files and its place in the page
 * @param title what it shows
 * @param sql one statement, the same for both databases
 * @param picture how it is drawn
 */
record Statistic(String id, String title, String sql, Picture picture) {

    /** How the rows of a statistic are drawn. */
    sealed interface Picture {}

    /** As a table. */
    record Plain() implements Picture {}

    /**
     * As a bar each row: the label, then the lengths of its parts.
     *
     * @param subtitle what the lengths count
     * @param unit behind each label; empty for none
     */
    record Bars(String subtitle, String unit) implements Picture {}

    /**
     * As a column each row: lower and upper end of the bin, then the number in it.
     *
     * @param subtitle what is counted
     * @param axis the quantity with its unit
     * @param width of each bin
     */
    record Bins(String subtitle, String axis, double width) implements Picture {}

    static Statistic table(String id, String title, String sql) {
        return new Statistic(id, title, sql.strip(), new Plain());
    }

    static Statistic bars(String id, String title, String subtitle, String sql) {
        return new Statistic(id, title, sql.strip(), new Bars(subtitle, ""));
    }
}
