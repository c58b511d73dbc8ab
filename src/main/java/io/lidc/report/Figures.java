package io.lidc.report;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the database for statistics, and leaves the rows of each as CSV. */
final class Figures {
    /** A page is for reading; the file has them all. */
    private static final int MAX_ROWS = 200;

    private final Snapshot snapshot;
    private final Path directory;

    Figures(Snapshot snapshot, Path directory) {
        this.snapshot = snapshot;
        this.directory = directory;
    }

    Figure of(Statistic statistic) throws SQLException, IOException {
        try (CsvFile csv = new CsvFile(file(statistic))) {
            return Pictures.of(statistic, snapshot.query(statistic.sql(), MAX_ROWS, csv::write));
        }
    }

    List<Figure> of(List<Statistic> statistics) throws SQLException, IOException {
        List<Figure> figures = new ArrayList<>();
        for (Statistic statistic : statistics) {
            figures.add(of(statistic));
        }
        return figures;
    }

    Figure of(Distribution distribution) throws SQLException, IOException {
        Table range = snapshot.query(distribution.rangeSql());
        return of(distribution.statistic(range)).remarked(distribution.remark(range));
    }

    List<Figure> ofAll(List<Distribution> distributions) throws SQLException, IOException {
        List<Figure> figures = new ArrayList<>();
        for (Distribution distribution : distributions) {
            figures.add(of(distribution));
        }
        return figures;
    }

    /** The runs, with their speed. */
    Figure runs() throws SQLException, IOException {
        Table runs = Throughput.added(snapshot.query(RunStatistics.RUNS.sql()));
        try (CsvFile csv = new CsvFile(file(RunStatistics.RUNS))) {
            csv.write(runs.columns());
            for (List<Object> row : runs.rows()) {
                csv.write(row);
            }
        }
        return Pictures.of(RunStatistics.RUNS, runs);
    }

    private Path file(Statistic statistic) {
        return directory.resolve(statistic.id() + ".csv");
    }
}
