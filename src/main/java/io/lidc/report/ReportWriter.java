package io.lidc.report;

import io.lidc.report.chart.Chart;
import io.lidc.report.chart.Png;
import io.lidc.report.chart.Svg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the report into a folder: {@code index.html}, a CSV file for each statistic, and each chart as SVG and PNG. */
public final class ReportWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWriter.class);

    private final DataSource dataSource;
    private final Path directory;
    private final Path plots;

    /**
     * Of a database whose schema is in place.
     *
     * @param directory is made where it is missing; a report that it holds is replaced
     */
    public ReportWriter(DataSource dataSource, String directory) {
        this.dataSource = dataSource;
        this.directory = Path.of(directory);
        plots = this.directory.resolve("plots");
    }

    /**
     * Writes the report and gives the path of its page.
     *
     * @throws IOException when the folder cannot be written
     * @throws SQLException when the database cannot be read
     */
    public Path write() throws SQLException, IOException {
        Files.createDirectories(plots);
        Report report;
        try (Snapshot snapshot = Snapshot.of(dataSource)) {
            report = new ReportBuilder(snapshot, new Figures(snapshot, directory)).build();
        }
        boolean drawsText = true;
        for (Figure figure : report.figures().toList()) {
            if (figure.chart() != null) {
                drawsText = writePlot(figure.statistic().id(), figure.chart(), drawsText);
            }
        }
        removeOld(report);
        return writePage(HtmlPage.of(report, PageAssets.load()));
    }

    /** Whether the platform draws text; it is asked once, and says once that it does not. */
    private boolean writePlot(String id, Chart chart, boolean drawsText) throws IOException {
        Files.writeString(plots.resolve(id + ".svg"), Svg.document(chart));
        if (!drawsText) {
            return false;
        }
        byte[] png;
        try {
            png = Png.of(chart);
        } catch (IOException e) {
            LOG.warn("Plots are written as SVG only: {}", e.getMessage());
            return false;
        }
        Files.write(plots.resolve(id + ".png"), png);
        return true;
    }

    /** A chart that an earlier report had and this one does not is gone; what else lies in the folder stays. */
    private void removeOld(Report report) throws IOException {
        Set<String> drawn = report.figures()
                .filter(figure -> figure.chart() != null)
                .map(figure -> figure.statistic().id())
                .collect(Collectors.toSet());
        List<String> undrawn = report.figures()
                .map(figure -> figure.statistic().id())
                .filter(id -> !drawn.contains(id))
                .toList();
        for (String id : undrawn) {
            Files.deleteIfExists(plots.resolve(id + ".svg"));
            Files.deleteIfExists(plots.resolve(id + ".png"));
        }
    }

    /** In one step: whoever reads the page meanwhile has the old one or the new one. */
    private Path writePage(String page) throws IOException {
        Path index = directory.resolve("index.html");
        Path unfinished = directory.resolve("index.html.part");
        Files.writeString(unfinished, page);
        return Files.move(unfinished, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
