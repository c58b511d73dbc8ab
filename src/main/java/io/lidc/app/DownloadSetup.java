package io.lidc.app;

import io.lidc.config.Setting;
import io.lidc.config.Settings;
import io.lidc.download.Downloader;
import io.lidc.download.http.Backoff;
import io.lidc.download.http.HostPolicy;
import io.lidc.download.http.WebClient;
import io.lidc.download.listing.GraphAccount;
import io.lidc.download.listing.RemoteListings;
import java.time.Duration;

/** From the settings to what downloads. */
public final class DownloadSetup {
    private DownloadSetup() {}

    public static Downloader downloader(Settings settings) {
        int parallel = settings.number(Setting.DOWNLOAD_PARALLEL);
        HostPolicy policy = new HostPolicy(
                settings.get(Setting.DOWNLOAD_ALLOWED_HOSTS),
                Boolean.parseBoolean(settings.get(Setting.DOWNLOAD_ALLOW_PRIVATE_ADDRESSES)));
        Duration timeout = Duration.ofSeconds(settings.number(Setting.DOWNLOAD_PATIENCE_SECONDS));
        WebClient client = new WebClient(policy, Backoff.DEFAULT, parallel, timeout);
        GraphAccount account = new GraphAccount(
                settings.get(Setting.GRAPH_ENDPOINT),
                settings.get(Setting.GRAPH_LOGIN_ENDPOINT),
                settings.get(Setting.GRAPH_TENANT),
                settings.get(Setting.GRAPH_CLIENT_ID),
                settings.secrets().graphClient());
        return new Downloader(
                client,
                new RemoteListings(client, settings.get(Setting.NBIA_ENDPOINT), account),
                parallel,
                settings.longNumber(Setting.DOWNLOAD_MAX_FILE_BYTES));
    }
}
