package io.lidc.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of its own for the database and for temporary files, so small that it can be filled: a tmpfs, which needs a superuser. */
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTES = 640;
    private static final String BALLAST = "ballast";

    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /** A plain folder where this user may mount nothing. */
    static SmallDisk mount(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new SmallDisk(
                folder, run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString()));
    }

    Path folder() {
        return folder;
    }

    /** Whether it can be filled. */
    boolean isSmall() {
        return mounted;
    }

    /** Takes all room that is left, in ever smaller pieces. */
    void fill() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(folder.resolve(BALLAST))) {
            for (int piece : new int[] {1 << 20, 1 << 12, 1}) {
                write(ballast, new byte[piece]);
            }
        }
    }

    private static void write(OutputStream ballast, byte[] piece) {
        try {
            for (long written = 0; written <= (long) MEGABYTES << 20; written += piece.length) {
                ballast.write(piece);
            }
        } catch (IOException e) {
            // It is full.
            return;
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(folder.resolve(BALLAST));
    }

    @Override
    public void close() throws IOException {
        if (mounted && !run("umount", folder.toString())) {
            run("umount", "--lazy", folder.toString());
        }
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue() == 0;
    }
}
