package io.lidc.download;

import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.download.http.RefusedException;
import io.lidc.download.http.WebClient;
import io.lidc.download.listing.RemoteFile;
import io.lidc.download.listing.RemoteListing;
import io.lidc.download.listing.RemoteListings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Downloads the files of remote listings into a folder, several at a time. Existing files are not fetched again. May be
 * called repeatedly and concurrently, with one folder a call. */
public final class Downloader {
    private static final Logger LOG = LoggerFactory.getLogger(Downloader.class);

    private final WebClient client;
    private final RemoteListings listings;
    private final int parallel;
    private final long maxBytes;
    private final LongAdder received = new LongAdder();
    private final LongAdder retries = new LongAdder();

    /**
     * @param parallel files at a time
     * @param maxBytes of one file
     */
    public Downloader(WebClient client, RemoteListings listings, int parallel, long maxBytes) {
        this.client = client;
        this.listings = listings;
        this.parallel = parallel;
        this.maxBytes = maxBytes;
    }

    /** Bytes that it has received so far, those of interrupted and rejected transfers included. */
    public long receivedBytes() {
        return received.sum();
    }

    /** Transfers that it has attempted again so far. */
    public long retries() {
        return retries.sum();
    }

    /** Downloads from one source and logs the outcomes; for routes. */
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
     * Downloads from some sources.
     *
     * @param verify whether existing files are read to compare their checksums, where the listing has some
     * @param download receives the outcome of each file
     * @throws IOException when a source cannot be listed to its end, or another download uses the folder; the files
     *     listed so far are downloaded all the same
     */
    public void download(List<String> sources, Path folder, boolean verify, Download download) throws IOException {
        List<RemoteListing> opened = new ArrayList<>();
        for (String source : sources) {
            RemoteListing listing = listings.list(source);
            download.expect(listing.size());
            opened.add(listing);
        }
        try (DownloadDirectory directory = DownloadDirectory.open(folder)) {
            for (RemoteListing listing : opened) {
                download(listing, directory, verify, download);
            }
        }
    }

    private void download(RemoteListing listing, DownloadDirectory directory, boolean verify, Download download)
            throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                results.add(workers.submit(() -> {
                    for (RemoteFile file = next(listing, download); file != null; file = next(listing, download)) {
                        download.add(process(file, directory, verify, download));
                    }
                    return null;
                }));
            }
            await(results);
        } finally {
            stop(workers);
        }
    }

    /** Returns when no worker writes to the directory any more, so that the next download can start. */
    private static void stop(ExecutorService workers) {
        workers.shutdownNow();
        boolean interrupted = false;
        for (boolean stopped = false; !stopped; ) {
            try {
                stopped = workers.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RemoteFile next(RemoteListing listing, Download download) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the download was interrupted");
        }
        synchronized (listing) {
            RemoteFile file = listing.next();
            if (file != null) {
                download.list();
            }
            return file;
        }
    }

    private DownloadedFile process(RemoteFile file, DownloadDirectory directory, boolean verify, Download download) {
        try {
            if (file.name() == null) {
                file.link().request();
            }
            Path target = directory.target(file.name());
            if (isPresent(file, target, verify)) {
                return new DownloadedFile(file.uri(), target, Outcome.PRESENT, null);
            }
            new Transfer(client, maxBytes, count -> receive(download, count), retries::increment)
                    .fetch(file, directory.part(file.name()), target);
            return new DownloadedFile(file.uri(), target, Outcome.DOWNLOADED, null);
        } catch (IOException e) {
            Outcome outcome = e instanceof RefusedException ? Outcome.REFUSED : Outcome.FAILED;
            return new DownloadedFile(file.uri(), null, outcome, reason(e));
        }
    }

    private void receive(Download download, long count) {
        download.receive(count);
        received.add(count);
    }

    /** Without local paths: target names may come from a manifest, and hold names of patients. */
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
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
