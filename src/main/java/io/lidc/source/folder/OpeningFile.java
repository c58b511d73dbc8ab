package io.lidc.source.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Opens files for reading, never for longer than some seconds. A file may have become a named pipe since it was listed, and opening one
 * waits until somebody opens it for writing; no option of Java's avoids that. So one thread looks every second for threads that have been
 * opening the same path for long, and where there is a pipe by now, opens its other end. A thread that opens files pays for that with two
 * writes of a field. A pipe that opens at once, having a writer, gives nothing either: it cannot be read at a position.
 */
final class OpeningFile {
    private static final long INTERVAL_SECONDS = 1;
    private static final Queue<OpeningFile> ALL = new ConcurrentLinkedQueue<>();
    private static final ThreadLocal<OpeningFile> OWN = ThreadLocal.withInitial(OpeningFile::new);

    static {
        Thread watch = new Thread(OpeningFile::watch, "opening-files");
        watch.setDaemon(true);
        watch.start();
    }

    private final Thread owner = Thread.currentThread();
    private volatile Path path;
    private volatile Path freed;
    private Path seen;

    private OpeningFile() {
        ALL.add(this);
    }

    /** @throws IOException when it cannot be opened, or is no file any more */
    static FileChannel open(Path file) throws IOException {
        OpeningFile own = OWN.get();
        own.path = file;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            if (own.freed == file) {
                channel.close();
                throw FileSource.notAFile();
            }
            return channel;
        } finally {
            own.path = null;
        }
    }

    private static void watch() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(INTERVAL_SECONDS);
                ALL.removeIf(opening -> !opening.owner.isAlive());
                ALL.forEach(OpeningFile::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each path is an object of its own, so that the same one twice means that it was being opened all the time. */
    private void look() {
        Path now = path;
        if (now != null && now == seen && !Files.isRegularFile(now)) {
            free(now);
        }
        seen = now;
    }

    /** Open for reading and writing, a pipe waits for nobody (fifo(7)), and its reader goes on. */
    private void free(Path pipe) {
        freed = pipe;
        try {
            FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            // It is gone, or may not be written to: the next look finds how it stands then.
            return;
        }
    }
}
