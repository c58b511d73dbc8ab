package io.lidc.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** Brings one file from its server into its place: what broke off is resumed, and nothing is in place before it is verified. */
final class Transfer {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final WebClient client;
    private final long mostBytes;
    private final LongConsumer received;

    /**
     * @param mostBytes of one file, whatever its server says
     * @param received told how many bytes have arrived, as they do
     */
    Transfer(WebClient client, long mostBytes, LongConsumer received) {
        this.client = client;
        this.mostBytes = mostBytes;
        this.received = received;
    }

    /**
     * Fetches the file. Trials go on as long as each brings more of it than any before.
     *
     * @throws IOException why it cannot be had
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
        try (ClassicHttpResponse answer = client.open(offset > 0 ? rest(request, offset, known) : request)) {
            if (answer.getCode() == HttpURLConnection.HTTP_PARTIAL) {
                if (!Representation.ofRest(answer, offset).mayBe(known)) {
                    part.discard();
                    throw new IOException("the file has changed on its server");
                }
            } else if (answer.getCode() != HttpURLConnection.HTTP_OK) {
                throw new StatusException(answer.getCode(), Duration.ZERO);
            } else {
                known = Representation.ofWhole(answer);
                offset = 0;
                part.begin(known);
            }
            append(file, part, offset, answer.getEntity());
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
        long limit = file.size() < 0 ? mostBytes : Math.min(file.size(), mostBytes);
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
            throw size > mostBytes
                    ? new RefusedException("the file is longer than " + mostBytes + " bytes")
                    : new IOException("the file is longer than the " + limit + " bytes that were announced");
        }
    }

    private static void verify(RemoteFile file, PartFile part) throws IOException {
        Representation representation = part.representation();
        long size = part.size();
        if (representation.size() > size) {
            throw new IOException("the connection ended early");
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
            throw new IOException("the file's " + checksum.algorithm() + " is not what it should be");
        }
    }
}
