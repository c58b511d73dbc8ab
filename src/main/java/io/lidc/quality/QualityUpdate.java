package io.lidc.quality;

import io.lidc.model.RunSummary;
import io.lidc.store.jdbc.ReadTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Brings {@code series_quality} up to date after a run. */
public final class QualityUpdate {
    private final DataSource dataSource;
    private final PixelComparison pixels;

    /**
     * Over a database whose schema is in place.
     *
     * @param pixels compares slices that lie in one place
     */
    public QualityUpdate(DataSource dataSource, PixelComparison pixels) {
        this.dataSource = dataSource;
        this.pixels = pixels;
    }

    /**
     * Checks the CT series that this run and others have changed since the last check, and those that were never checked. A check
     * that breaks off is repeated by the next one.
     */
    public QualitySummary update(RunSummary run) throws SQLException {
        ChangedSeries changed = changed();
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        List<CtSeries> series = changed.series();
        for (int i = 0; i < series.size(); i += SliceQuery.SERIES_AT_A_TIME) {
            List<CtSeries> some = series.subList(i, Math.min(series.size(), i + SliceQuery.SERIES_AT_A_TIME));
            Map<String, SeriesQuality> checked = check(some);
            write(run.runId(), some, checked);
            checked.values().forEach(quality -> verdicts.merge(quality.verdict(), 1, Integer::sum));
        }
        markChecked(changed);
        return new QualitySummary(
                run.runId(),
                verdicts.getOrDefault(Verdict.COMPLETE, 0),
                verdicts.getOrDefault(Verdict.SUSPECT, 0),
                verdicts.getOrDefault(Verdict.BROKEN, 0));
    }

    private ChangedSeries changed() throws SQLException {
        try (ReadTransaction transaction = ReadTransaction.of(dataSource)) {
            return ChangedSeries.find(transaction.connection());
        }
    }

    private void markChecked(ChangedSeries changed) throws SQLException {
        if (!changed.runs().isEmpty()) {
            try (Connection connection = dataSource.getConnection()) {
                changed.markChecked(connection);
            }
        }
    }

    /** By Series Instance UID; a series whose instances have all gone to others is absent. */
    private Map<String, SeriesQuality> check(List<CtSeries> series) throws SQLException {
        Map<String, List<Slice>> slices;
        // SQLite has one connection, which the comparison of pixels asks for, too.
        try (ReadTransaction transaction = ReadTransaction.of(dataSource)) {
            slices = SliceQuery.read(transaction.connection(), series);
        }
        Map<String, SeriesQuality> checked = new LinkedHashMap<>();
        for (CtSeries one : series) {
            if (slices.containsKey(one.uid())) {
                checked.put(one.uid(), SeriesCheck.of(slices.get(one.uid()), one.patientPosition(), pixels));
            }
        }
        return checked;
    }

    private void write(String runId, List<CtSeries> series, Map<String, SeriesQuality> checked) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            QualityTable.write(connection, runId, checked);
            QualityTable.delete(
                    connection,
                    series.stream()
                            .map(CtSeries::uid)
                            .filter(uid -> !checked.containsKey(uid))
                            .toList());
            connection.commit();
        }
    }
}
