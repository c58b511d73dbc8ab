package io.lidc.download;

import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.download.http.Backoff;
import io.lidc.download.http.HostPolicy;
import io.lidc.download.http.WebClient;
import io.lidc.download.listing.GraphAccount;
import io.lidc.download.listing.RemoteListings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Downloads of tests: from this machine, with retries that follow each other at once. */
final class Downloads {
    static final Backoff BRIEF = new Backoff(3, Duration.ofMillis(1), Duration.ofSeconds(2));
    static final int PARALLEL = 4;
    static final HostPolicy LOOPBACK = new HostPolicy("localhost", true);

    private final WebClient client;
    private final String nbia;
    private final GraphAccount account;
    private final Path folder;

    Downloads(HostPolicy policy, String nbia, GraphAccount account, Path folder) {
        this(new WebClient(policy, BRIEF, PARALLEL, Duration.ofSeconds(10)), nbia, account, folder);
    }

    private Downloads(WebClient client, String nbia, GraphAccount account, Path folder) {
        this.client = client;
        this.nbia = nbia;
        this.account = account;
        this.folder = folder;
    }

    static Downloads into(Path folder) {
        return under(LOOPBACK, folder);
    }

    static Downloads under(HostPolicy policy, Path folder) {
        return new Downloads(policy, "http://localhost", new GraphAccount("", "", "", "", ""), folder);
    }

    /** With a timeout of its own. */
    static Downloads waiting(Duration timeout, Path folder) {
        return new Downloads(
                new WebClient(LOOPBACK, BRIEF, PARALLEL, timeout),
                "http://localhost",
                new GraphAccount("", "", "", "", ""),
                folder);
    }

    Download from(String source, boolean verify) throws IOException {
        Download download = new Download();
        new Downloader(client, new RemoteListings(client, nbia, account), PARALLEL, 1 << 24)
                .download(List.of(source), folder, verify, download);
        return download;
    }

    Download from(String source) throws IOException {
        return from(source, false);
    }

    /** A download by a manifest of the given text. */
    Download byManifest(String text) throws IOException {
        Path manifest = Files.createTempFile("manifest", "");
        try {
            return from(Files.writeString(manifest, text).toString());
        } finally {
            Files.delete(manifest);
        }
    }

    /** The one file that was listed. */
    static DownloadedFile only(Download download) {
        List<DownloadedFile> files = download.files();
        if (files.size() != 1) {
            throw new AssertionError("not one file but " + files);
        }
        return files.get(0);
    }

    static List<Outcome> outcomes(Download download) {
        return download.files().stream().map(DownloadedFile::outcome).toList();
    }
}
