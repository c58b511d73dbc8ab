package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.download.DownloadKeys;
import io.lidc.download.Downloader;
import io.lidc.download.GraphKeys;
import io.lidc.download.http.Backoff;
import io.lidc.download.http.HostPolicy;
import io.lidc.download.http.MinimumRate;
import io.lidc.download.http.WebClient;
import io.lidc.download.listing.RemoteListings;
import java.time.Duration;

/** From the settings to what downloads. */
public final class DownloadSetup {
    private DownloadSetup() {}

    /** What downloads as the settings say. */
    public static Downloader downloader(Settings settings) {
        int parallel = settings.get(DownloadKeys.PARALLEL);
        HostPolicy policy = new HostPolicy(
                settings.get(DownloadKeys.ALLOWED_HOSTS), settings.get(DownloadKeys.ALLOW_PRIVATE_ADDRESSES));
        Duration timeout = settings.get(DownloadKeys.TIMEOUT);
        MinimumRate rate = new MinimumRate(settings.get(DownloadKeys.MIN_BYTES_PER_SECOND), timeout);
        WebClient client = new WebClient(policy, Backoff.DEFAULT, parallel, timeout, rate);
        String nbia = settings.get(DownloadKeys.NBIA_ENDPOINT).toString();
        return new Downloader(
                client,
                new RemoteListings(client, nbia, GraphKeys.account(settings)),
                parallel,
                settings.get(DownloadKeys.MAX_FILE_BYTES));
    }
}
