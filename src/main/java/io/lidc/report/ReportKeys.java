package io.lidc.report;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import java.nio.file.Path;

/** Settings of the report. */
public final class ReportKeys {
    public static final Key<Path> DIRECTORY = Key.directory(
            "report.directory",
            "outputs/report",
            "Where the report is left: index.html, a CSV file for each statistic, and the plots.");
    public static final Key<Boolean> ENABLED = Key.flag(
            "report.enabled",
            false,
            "Whether the service writes the report after each run that stored something (route report).");

    public static final KeyGroup GROUP = KeyGroup.of("Report", DIRECTORY, ENABLED);

    private ReportKeys() {}
}
