package io.lidc.cli.progress;

import io.lidc.download.Download;
import io.lidc.download.DownloadedFile.Outcome;
import java.util.Locale;

/** How far a download has come. */
public record DownloadGauge(Download download) implements Gauge {

    @Override
    public String task() {
        return "download";
    }

    @Override
    public String unit() {
        return "files";
    }

    @Override
    public long done() {
        return download.accounted();
    }

    @Override
    public long expected() {
        return download.expected() == 0 ? -1 : download.expected();
    }

    @Override
    public String remark() {
        long failed = download.count(Outcome.FAILED) + download.count(Outcome.REFUSED);
        return String.format(Locale.ROOT, "%,d MB, %,d failed", download.bytes() / 1_000_000, failed);
    }
}
