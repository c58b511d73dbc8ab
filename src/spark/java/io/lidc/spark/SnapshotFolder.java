package io.lidc.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a job's output: a folder for each snapshot, and the file {@code _current}, which names the one that counts. The file is
 * written last, so a job that ends early has changed nothing that a reader sees.
 */
public final class SnapshotFolder {
    /** Names the snapshot that counts, relative to the folder. */
    public static final String CURRENT = "_current";

    private static final String SNAPSHOTS = "snapshots";
    private static final String STAGING = "_staging";

    private final Path root;
    private final Configuration configuration;
    private final FileSystem fileSystem;

    /** @throws IOException when the file system is unavailable */
    public SnapshotFolder(String uri, Configuration configuration) throws IOException {
        this.configuration = configuration;
        Path path = new Path(uri);
        this.fileSystem = path.getFileSystem(configuration);
        this.root = fileSystem.makeQualified(path);
    }

    /** URI of the folder that a run has for itself while it works. */
    String staging(String runId) {
        return new Path(new Path(root, STAGING), runId).toString();
    }

    /** URI of a run's snapshot. */
    String snapshot(String runId) {
        return new Path(new Path(root, SNAPSHOTS), runId).toString();
    }

    /** URI of the snapshot that counts; empty where there is none. */
    public Optional<String> current() throws IOException {
        Path pointer = new Path(root, CURRENT);
        if (!fileSystem.exists(pointer)) {
            return Optional.empty();
        }
        try (InputStream stream = fileSystem.open(pointer)) {
            String name = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(new Path(root, name).toString());
        }
    }

    /**
     * Makes a run's snapshot the one that counts.
     *
     * @param expected the one that has counted so far
     * @throws IOException when another one does by now, or the pointer cannot be written; nothing has changed then
     */
    void commit(String runId, Optional<String> expected) throws IOException {
        if (!current().equals(expected)) {
            throw new IOException("another job has written a snapshot meanwhile; run this one again");
        }
        byte[] name = (SNAPSHOTS + "/" + runId + "\n").getBytes(StandardCharsets.UTF_8);
        Path pointer = new Path(root, CURRENT);
        if (isObjectStore()) {
            // An object appears whole or not at all.
            try (OutputStream stream = fileSystem.create(pointer, true)) {
                stream.write(name);
            }
            return;
        }
        Path unfinished = new Path(root, CURRENT + "." + runId);
        FileContext context = FileContext.getFileContext(root.toUri(), configuration);
        try (OutputStream stream = context.create(unfinished, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
            stream.write(name);
        }
        context.rename(unfinished, pointer, Rename.OVERWRITE);
    }

    private boolean isObjectStore() {
        return root.toUri().getScheme().equals("s3a")
                || root.toUri().getScheme().equals("gs");
    }

    /** Removes what a run had for itself. */
    void removeStaging(String runId) throws IOException {
        fileSystem.delete(new Path(staging(runId)), true);
        Path staging = new Path(root, STAGING);
        if (fileSystem.exists(staging) && fileSystem.listStatus(staging).length == 0) {
            fileSystem.delete(staging, false);
        }
    }

    /** Removes a snapshot that does not count. */
    void discard(String runId) throws IOException {
        fileSystem.delete(new Path(snapshot(runId)), true);
    }

    /** Removes the oldest snapshots; neither the one that counts, nor newer ones, which others may be writing. */
    void keep(int newest) throws IOException {
        String counts = new Path(current().orElseThrow()).getName();
        FileStatus[] snapshots = fileSystem.listStatus(
                new Path(root, SNAPSHOTS), path -> path.getName().compareTo(counts) < 0);
        Arrays.sort(
                snapshots, Comparator.comparing(snapshot -> snapshot.getPath().getName()));
        for (int i = 0; i <= snapshots.length - newest; i++) {
            fileSystem.delete(snapshots[i].getPath(), true);
        }
    }

    /** Writes a small text file into a run's snapshot. */
    void write(String runId, String name, String text) throws IOException {
        try (OutputStream stream = fileSystem.create(new Path(snapshot(runId), name), true)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
