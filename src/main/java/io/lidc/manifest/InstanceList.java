package io.lidc.manifest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The list of instances beside a manifest: a line each, compressed by gzip. */
final class InstanceList implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final BufferedReader lines;

    private InstanceList(Path file, BufferedReader lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Writes one. */
    static Writer write(Path file) throws IOException {
        return new Writer(new BufferedOutputStream(new Fast(Files.newOutputStream(file)), BUFFER));
    }

    static InstanceList read(Path file) throws IOException {
        GZIPInputStream bytes =
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER);
        return new InstanceList(file, new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER));
    }

    /**
     * The next one; null after the last.
     *
     * @throws IOException when the file is damaged
     */
    HeldInstance next() throws IOException {
        String line = lines.readLine();
        try {
            return line == null ? null : HeldInstance.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: a line is " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Takes the instances in their order. */
    static final class Writer implements AutoCloseable {
        private final OutputStream out;

        private Writer(OutputStream out) {
            this.out = out;
        }

        void write(HeldInstance instance) throws IOException {
            out.write(instance.line().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Digests hardly get smaller: time is better saved than bytes. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
