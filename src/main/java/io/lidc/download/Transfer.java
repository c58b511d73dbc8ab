package io.lidc.download;

import io.lidc.download.http.Checksum;
import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Representation;
import io.lidc.download.http.Request;
import io.lidc.download.http.Response;
import io.lidc.download.http.StatusException;
import io.lidc.download.http.WebClient;
import io.lidc.download.listing.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Downloads one file to its target: an interrupted transfer is resumed, and the target exists only once verified. */
final class Transfer {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final WebClient client;
    private final long maxBytes;
    private final LongConsumer received;
    private final Runnable retried;

    /**
     * @param maxBytes of one file, whatever its server declares
     * @param received called with the number of bytes of each read
     * @param retried called before each attempt but the first
     */
    Transfer(WebClient client, long maxBytes, LongConsumer received, Runnable retried) {
        this.client = client;
        this.maxBytes = maxBytes;
        this.received = received;
        this.retried = retried;
    }

    /**
     * Downloads the file. Progress above the minimum rate resets the count of retries.
     *
     * @throws IOException why the file is unavailable
     */
    void fetch(RemoteFile file, PartFile part, Path target) throws IOException {
        long furthest = part.size();
        long since = System.nanoTime();
        int failures = 0;
        while (true) {
            try {
                receive(file, part);
                verify(file, part);
                part.moveTo(target);
                return;
            } catch (IOException e) {
                long progress = part.size() - furthest;
                if (progress > 0 && client.minimumRate().isMet(progress, System.nanoTime() - since)) {
                    furthest = part.size();
                    since = System.nanoTime();
                    failures = 0;
                }
                failures++;
                client.backoff().pause(failures, e);
                retried.run();
            }
        }
    }

    private void receive(RemoteFile file, PartFile part) throws IOException {
        Representation known = part.representation();
        long offset = part.size();
        if (offset > 0 && offset == known.size()) {
            return;
        }
        if (!canResume(file, known)) {
            offset = 0;
        }
        Request request = file.link().request();
        try (Response response = client.open(offset > 0 ? range(request, offset, known) : request)) {
            if (response.status() == HttpURLConnection.HTTP_PARTIAL && offset > 0) {
                requireSameVersion(response, offset, known, part);
            } else if (response.status() != HttpURLConnection.HTTP_OK) {
                throw new StatusException(response.status(), Duration.ZERO);
            } else {
                offset = 0;
                part.start(Representation.ofWhole(response));
            }
            append(file, part, offset, response);
        } catch (StatusException e) {
            if (e.status() == RANGE_NOT_SATISFIABLE) {
                part.discard();
                throw new IOException("the file has become shorter on its server", e);
            }
            throw e;
        }
    }

    /** Bytes of two versions are never joined unnoticed: the ETag tells before, the checksum of the whole after the transfer. */
    private static boolean canResume(RemoteFile file, Representation known) {
        return known.validator() != null || file.checksum() != null || known.checksum() != null;
    }

    /** A range of the version that the part file belongs to (RFC 9110 sections 13.1.5 and 14.2). */
    private static Request range(Request request, long offset, Representation known) {
        Request range = request.with("Range", "bytes=" + offset + "-");
        return known.validator() == null ? range : range.with("If-Range", known.validator());
    }

    /** A server that ignores If-Range is found by the ETag that each 206 has to repeat (RFC 9110 section 15.3.7). */
    private static void requireSameVersion(Response response, long offset, Representation known, PartFile part)
            throws IOException {
        try {
            Representation rest = Representation.ofRest(response, offset);
            boolean validated = known.validator() == null || known.validator().equals(rest.validator());
            if (!validated || !rest.mayBe(known)) {
                throw new IOException("the file has changed on its server");
            }
        } catch (IOException e) {
            part.discard();
            throw e;
        }
    }

    private void append(RemoteFile file, PartFile part, long offset, Response response) throws IOException {
        long limit = file.size() < 0 ? maxBytes : Math.min(file.size(), maxBytes);
        long size = offset;
        try (OutputStream out = part.append();
                InputStream in = response.body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the download was interrupted");
                }
                size += read;
                if (size > limit) {
                    break;
                }
                out.write(buffer, 0, read);
                received.accept(read);
            }
        }
        if (size > limit) {
            part.discard();
            throw size > maxBytes
                    ? new RefusedException("the file is longer than " + maxBytes + " bytes")
                    : new IOException("the file is longer than the " + limit + " bytes that were declared");
        }
    }

    private static void verify(RemoteFile file, PartFile part) throws IOException {
        Representation representation = part.representation();
        long size = part.size();
        if (representation.size() > size) {
            throw new IOException("the connection was closed early");
        }
        try {
            if (file.size() >= 0 && file.size() != size) {
                throw new IOException("the file has " + size + " bytes instead of " + file.size());
            }
            requireMatch(file.checksum(), part.path());
            requireMatch(representation.checksum(), part.path());
            file.check().verify(part.path());
        } catch (IOException e) {
            part.discard();
            throw e;
        }
    }

    private static void requireMatch(Checksum checksum, Path path) throws IOException {
        if (checksum != null && !checksum.matches(path)) {
            throw new IOException("the file's " + checksum.algorithm() + " does not match");
        }
    }
}
