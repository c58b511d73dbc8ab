package io.lidc.soak;

import io.lidc.testing.Child;
import io.lidc.testing.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** {@code lidc run} in a process of its own, started anew whenever it is killed. That it ends by itself is a defect. */
final class ServiceProcess implements AutoCloseable {
    /** The heap and the collector of the launcher. */
    private static final String OPTIONS = "-Xmx384m -XX:+UseParallelGC -Djava.io.tmpdir=";

    private static final int MAX_LIVES = 500;

    private final SoakClock clock;
    private final Home home;
    private final SoakDatabase database;
    private final Path folder;
    private final Path temporary;
    private final int port;
    private final List<String> defects = new ArrayList<>();
    private Process process;
    private int life;

    /**
     * @param folder of its logs, one a life
     * @param temporary folder for its temporary files
     * @param port at which it serves
     */
    ServiceProcess(SoakClock clock, Home home, SoakDatabase database, Path folder, Path temporary, int port) {
        this.clock = clock;
        this.home = home;
        this.database = database;
        this.folder = folder;
        this.temporary = temporary;
        this.port = port;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    synchronized void start() throws IOException {
        life++;
        Path log = folder.resolve("service-%03d.log".formatted(life));
        process = Child.start(
                Map.of("JAVA_TOOL_OPTIONS", OPTIONS + temporary), home.folder(), log, "run", "--db", database.url());
        process.onExit().thenAccept(this::ended);
    }

    private synchronized void ended(Process ended) {
        if (ended == process) {
            defects.add("process " + life + " ended by itself with exit code " + ended.exitValue());
            process = null;
            if (life < MAX_LIVES) {
                startAgain();
            }
        }
    }

    private void startAgain() {
        try {
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it, and starts it again after some time. */
    void kill(int milliseconds) throws IOException, InterruptedException {
        Process killed = release();
        if (killed != null) {
            killed.destroyForcibly().waitFor();
            clock.pause(milliseconds);
            start();
        }
    }

    /** Tells it to stop, and starts it again. */
    void restart() throws IOException, InterruptedException {
        if (stop()) {
            start();
        }
    }

    /** Tells it to stop; false where it does not run. */
    boolean stop() throws InterruptedException {
        Process stopped = release();
        if (stopped == null) {
            return false;
        }
        stopped.destroy();
        if (!stopped.waitFor(60, TimeUnit.SECONDS)) {
            note("process " + life() + " does not stop");
            stopped.destroyForcibly().waitFor();
        } else if (stopped.exitValue() != 0) {
            note("process " + life() + " was told to stop and ended with exit code " + stopped.exitValue());
        }
        return true;
    }

    /** From here on its end is expected. */
    private synchronized Process release() {
        Process released = process;
        process = null;
        return released;
    }

    private synchronized void note(String defect) {
        defects.add(defect);
    }

    /** How often it was started. */
    synchronized int life() {
        return life;
    }

    synchronized OptionalLong pid() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    /** How it ended where it should not have. */
    synchronized List<String> defects() {
        return List.copyOf(defects);
    }

    void awaitServing() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
    }

    @Override
    public void close() {
        Process left = release();
        if (left != null) {
            left.destroyForcibly().onExit().join();
        }
    }
}
