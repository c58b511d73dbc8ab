package io.lidc.report;

import io.lidc.report.chart.Numerals;
import io.lidc.store.jdbc.DatabaseUrl;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Chooses what there is to say of a database. */
final class ReportBuilder {
    private static final String EMPTY = "The database is empty: no run has stored an instance.";
    private static final String NO_CT =
            "The database holds no CT series: their quality and their acquisition are left out.";

    private final Snapshot snapshot;
    private final Figures figures;

    ReportBuilder(Snapshot snapshot, Figures figures) {
        this.snapshot = snapshot;
        this.figures = figures;
    }

    Report build() throws SQLException, IOException {
        Figure holdings = figures.of(HoldingStatistics.HOLDINGS);
        long instances = number(holdings, "instances");
        long ctSeries = number(holdings, "ct_series");
        List<Section> sections = new ArrayList<>();
        if (ctSeries > 0) {
            sections.add(quality());
        }
        sections.add(holdings(holdings, instances));
        if (ctSeries > 0) {
            sections.add(acquisition());
        }
        if (instances > 0) {
            sections.add(people());
        }
        sections.add(runs());
        String remark = instances == 0 ? EMPTY : ctSeries == 0 ? NO_CT : null;
        return new Report(
                DatabaseUrl.redacted(snapshot.url()), Instant.now().truncatedTo(ChronoUnit.SECONDS), remark, sections);
    }

    private Section quality() throws SQLException, IOException {
        Figure verdicts = figures.of(QualityStatistics.VERDICTS);
        long unchecked = number(verdicts, "not_checked");
        String remark =
                unchecked == 0 ? null : Numerals.of(unchecked) + " series are not checked yet; the next run does that.";
        return new Section(
                "quality",
                "Quality of the CT series",
                remark,
                verdicts,
                List.of(
                        figures.of(QualityStatistics.REASONS),
                        figures.of(QualityStatistics.NOTES),
                        figures.of(QualityStatistics.BY_MANUFACTURER)),
                List.of(figures.of(QualityStatistics.SERIES)));
    }

    private Section holdings(Figure holdings, long instances) throws SQLException, IOException {
        List<Figure> contents = instances == 0 ? List.of() : figures.of(HoldingStatistics.CONTENTS);
        return new Section(
                "holdings",
                "Holdings",
                null,
                holdings,
                contents.stream().filter(Section::isPicture).toList(),
                contents.stream().filter(figure -> !Section.isPicture(figure)).toList());
    }

    private Section acquisition() throws SQLException, IOException {
        List<Figure> charts = figures.of(AcquisitionStatistics.SCANNERS);
        charts.addAll(figures.ofAll(AcquisitionStatistics.DISTRIBUTIONS));
        charts.add(figures.of(AcquisitionStatistics.MISSING));
        return new Section("acquisition", "Acquisition of the CT series", null, null, charts, List.of());
    }

    private Section people() throws SQLException, IOException {
        return new Section(
                "patients",
                "Patients",
                "No patient is named here, nor in the files of this report.",
                null,
                List.of(figures.of(HoldingStatistics.SEX), figures.of(HoldingStatistics.AGE)),
                List.of());
    }

    private Section runs() throws SQLException, IOException {
        return new Section(
                "runs",
                "Runs, and what was set aside",
                null,
                null,
                List.of(figures.of(RunStatistics.FAILURES), figures.of(RunStatistics.WARNINGS)),
                List.of(figures.of(RunStatistics.SET_ASIDE), figures.runs()));
    }

    private static long number(Figure figure, String column) {
        int index = figure.table().columns().indexOf(column);
        return ((Number) figure.table().cell(index)).longValue();
    }
}
