package io.lidc.download;

import io.lidc.download.DownloadedFile.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Downloads what remote places list, several files at once, into a folder. What lies in its place is left alone. */
public final class Downloader {
    private static final Logger LOG = LoggerFactory.getLogger(Downloader.class);

    private final WebClient client;
    private final RemotePlaces places;
    private final int parallel;
    private final long mostBytes;

    /**
     * @param parallel files at once
     * @param mostBytes of one file
     */
    public Downloader(WebClient client, RemotePlaces places, int parallel, long mostBytes) {
        this.client = client;
        this.places = places;
        this.parallel = parallel;
        this.mostBytes = mostBytes;
    }

    /** Downloads from one place and leaves what it came to in the log; for routes. */
    public Download download(String source, String folder) throws IOException {
        Download download = new Download();
        try {
            download(List.of(source), Path.of(folder), false, download);
        } finally {
            for (DownloadedFile file : download.files()) {
                if (file.path() == null) {
                    LOG.warn("{} {}: {}", file.outcome(), file.uri(), file.reason());
                }
            }
        }
        LOG.info("Downloaded from {}: {}", source.replaceFirst("\\?.*", ""), download);
        return download;
    }

    /**
     * Downloads from some places.
     *
     * @param verify whether files that lie in their place are read to compare their checksums, where the listing has some
     * @param download told what becomes of each file
     * @throws IOException when a place cannot be listed to its end, or another download works in that folder; what was
     *     listed is downloaded all the same
     */
    public void download(List<String> sources, Path folder, boolean verify, Download download) throws IOException {
        List<RemoteListing> listings = new ArrayList<>();
        for (String source : sources) {
            RemoteListing listing = new UniqueNames(places.list(source));
            download.expect(listing.size());
            listings.add(listing);
        }
        try (Workshop workshop = Workshop.open(folder)) {
            for (RemoteListing listing : listings) {
                download(listing, workshop, verify, download);
            }
        }
    }

    private void download(RemoteListing listing, Workshop workshop, boolean verify, Download download)
            throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                results.add(workers.submit(() -> {
                    for (RemoteFile file = next(listing, download); file != null; file = next(listing, download)) {
                        download.add(settle(file, workshop, verify, download));
                    }
                    return null;
                }));
            }
            await(results);
        } finally {
            workers.shutdownNow();
        }
    }

    private static RemoteFile next(RemoteListing listing, Download download) throws IOException {
        synchronized (listing) {
            RemoteFile file = listing.next();
            if (file != null) {
                download.list();
            }
            return file;
        }
    }

    private DownloadedFile settle(RemoteFile file, Workshop workshop, boolean verify, Download download) {
        try {
            if (file.name() == null) {
                file.link().request();
            }
            Path target = workshop.target(file.name());
            if (isPresent(file, target, verify)) {
                return new DownloadedFile(file.uri(), target, Outcome.PRESENT, null);
            }
            new Transfer(client, mostBytes, download::receive).fetch(file, workshop.part(file.name()), target);
            return new DownloadedFile(file.uri(), target, Outcome.DOWNLOADED, null);
        } catch (IOException e) {
            Outcome outcome = e instanceof RefusedException ? Outcome.REFUSED : Outcome.FAILED;
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new DownloadedFile(file.uri(), null, outcome, reason);
        }
    }

    private static boolean isPresent(RemoteFile file, Path target, boolean verify) throws IOException {
        if (!Files.isRegularFile(target) || file.size() >= 0 && file.size() != Files.size(target)) {
            return false;
        }
        return !verify || file.checksum() == null || file.checksum().matches(target);
    }

    private static void await(List<Future<?>> results) throws IOException {
        IOException failure = null;
        for (Future<?> result : results) {
            try {
                result.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the download was interrupted");
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
