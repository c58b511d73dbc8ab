package io.lidc.metrics;

import io.lidc.download.Downloader;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows what downloads have cost. */
public final class DownloadMetrics {
    private DownloadMetrics() {}

    /** Shows it in a registry. */
    public static void bind(MeterRegistry registry, Downloader downloader) {
        FunctionCounter.builder("lidc.download", downloader, Downloader::receivedBytes)
                .description("Bytes of files that were downloaded, interrupted transfers included")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("lidc.download.retries", downloader, Downloader::retries)
                .description("Transfers that were attempted again")
                .register(registry);
    }
}
