package io.lidc.download;

import io.lidc.download.http.Checksum;
import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Representation;
import io.lidc.download.http.Request;
import io.lidc.download.http.StatusException;
import io.lidc.download.http.WebClient;
import io.lidc.download.listing.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** Downloads one file to its target: an interrupted transfer is resumed, and the target exists only once verified. */
final class Transfer {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final WebClient client;
    private final long maxBytes;
    private final LongConsumer received;

    /**
     * @param maxBytes of one file, whatever its server declares
     * @param received called with the number of bytes of each read
     */
    Transfer(WebClient client, long maxBytes, LongConsumer received) {
        this.client = client;
        this.maxBytes = maxBytes;
        this.received = received;
    }

    /**
     * Downloads the file. An attempt that receives more of it than any before resets the count of retries.
     *
     * @throws IOException why the file is unavailable
     */
    void fetch(RemoteFile file, PartFile part, Path target) throws IOException {
        long furthest = part.size();
        int failures = 0;
        while (true) {
            try {
                receive(file, part);
                verify(file, part);
                part.moveTo(target);
                return;
            } catch (IOException e) {
                if (part.size() > furthest) {
                    furthest = part.size();
                    failures = 0;
                }
                failures++;
                client.backoff().pause(failures, e);
            }
        }
    }

    private void receive(RemoteFile file, PartFile part) throws IOException {
        long offset = part.size();
        Representation known = part.representation();
        if (offset > 0 && offset == known.size()) {
            return;
        }
        Request request = file.link().request();
        try (ClassicHttpResponse response = client.open(offset > 0 ? rest(request, offset, known) : request)) {
            if (response.getCode() == HttpURLConnection.HTTP_PARTIAL) {
                if (!Representation.ofRest(response, offset).mayBe(known)) {
                    part.discard();
                    throw new IOException("the file has changed on its server");
                }
            } else if (response.getCode() != HttpURLConnection.HTTP_OK) {
                throw new StatusException(response.getCode(), Duration.ZERO);
            } else {
                known = Representation.ofWhole(response);
                offset = 0;
                part.start(known);
            }
            append(file, part, offset, response.getEntity());
        } catch (StatusException e) {
            if (e.status() == RANGE_NOT_SATISFIABLE) {
                part.discard();
                throw new IOException("the file has become shorter on its server", e);
            }
            throw e;
        }
    }

    private static Request rest(Request request, long offset, Representation known) {
        Request range = request.with("Range", "bytes=" + offset + "-");
        return known.validator() == null ? range : range.with("If-Range", known.validator());
    }

    private void append(RemoteFile file, PartFile part, long offset, HttpEntity entity) throws IOException {
        long limit = file.size() < 0 ? maxBytes : Math.min(file.size(), maxBytes);
        long size = offset;
        try (OutputStream out = part.append();
                InputStream in = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
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
