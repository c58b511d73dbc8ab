package io.lidc.download.listing;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lidc.download.http.RefusedException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A list of URLs: text with one URL a line and comments after #; CSV with a header; or JSON, an array of URLs or objects,
 * which may also be the value of "files". Columns and keys: url, and optionally size, name and one of checksum, md5, sha1,
 * sha256, sha384, sha512. The entries are read from the bytes as they are needed: a manifest may have many.
 */
final class Manifest {
    /** With the bound on entries, what the outcomes of a whole download leave room for in the default heap. */
    static final int MAX_BYTES = 64 << 20;

    static final int MAX_ENTRIES = 300_000;

    private final byte[] bytes;
    private final long size;

    private Manifest(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    /**
     * Checks the form of the manifest, to its end.
     *
     * @param bytes UTF-8; not copied
     * @throws RefusedException when it is not a manifest, or too large
     */
    static Manifest of(byte[] bytes) throws RefusedException {
        if (bytes.length > MAX_BYTES) {
            throw new RefusedException("it is longer than " + MAX_BYTES + " bytes");
        }
        try {
            return new Manifest(bytes, count(reader(bytes)));
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            throw new RefusedException("it is neither text nor CSV nor JSON");
        }
    }

    /** Number of entries. */
    long size() {
        return size;
    }

    /** The entries from the first one. */
    ManifestReader entries() throws IOException {
        return reader(bytes);
    }

    private static long count(ManifestReader entries) throws IOException {
        long count = 0;
        while (entries.next() != null) {
            if (++count > MAX_ENTRIES) {
                throw new RefusedException("it has more than " + MAX_ENTRIES + " entries");
            }
        }
        return count;
    }

    /** What a parser met, without its message: that may repeat the text. */
    static RefusedException invalid(JsonProcessingException e, JsonLocation location) {
        return new RefusedException("line " + location.getLineNr()
                + (e instanceof StreamConstraintsException
                        ? " is nested too deeply or has a value that is too long"
                        : " is wrong"));
    }

    private static ManifestReader reader(byte[] bytes) throws IOException {
        String firstLine = firstLine(bytes);
        if (firstLine.startsWith("[") || firstLine.startsWith("{")) {
            return new JsonManifest(text(bytes));
        }
        boolean csv = List.of(
                        firstLine.toLowerCase(Locale.ROOT).replace("\"", "").split("\\s*,\\s*"))
                .contains("url");
        return csv ? new CsvManifest(text(bytes)) : urls(new Lines(text(bytes)));
    }

    private static String firstLine(byte[] bytes) throws IOException {
        Reader text = text(bytes);
        StringBuilder start = new StringBuilder();
        for (int character = text.read();
                character >= 0
                        && start.length() < Lines.MAX_CHARACTERS
                        && (character != '\n' || start.toString().isBlank());
                character = text.read()) {
            start.append((char) character);
        }
        return start.toString().strip();
    }

    private static ManifestReader urls(Lines lines) {
        return () -> {
            String line = lines.next();
            while (line != null && (line.isEmpty() || line.startsWith("#"))) {
                line = lines.next();
            }
            return line == null ? null : ManifestEntry.ofUrl(line);
        };
    }

    private static Reader text(byte[] bytes) throws IOException {
        Reader text =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }
}
