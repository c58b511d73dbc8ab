package io.lidc.soak;

import io.lidc.soak.heap.HeapSample;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has the service collect its garbage every so often, and records what is left. */
final class HeapRecorder implements Runnable {
    private static final int MIN_PERIOD = 4_000;
    private static final int SAMPLES = 120;
    /** Of {@code GC.heap_info}: a line a space of the heap, whatever the collector. Metaspace has no total. */
    private static final Pattern SPACE = Pattern.compile("(?m)^ *\\S.*? total \\d+K, used (\\d+)K");

    private final SoakClock clock;
    private final ServiceProcess service;
    private final long period;
    private final List<HeapSample> samples = new ArrayList<>();

    HeapRecorder(SoakClock clock, ServiceProcess service, long milliseconds) {
        this.clock = clock;
        this.service = service;
        this.period = Math.max(MIN_PERIOD, milliseconds / SAMPLES);
    }

    synchronized List<HeapSample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void run() {
        try {
            while (!clock.isOver()) {
                clock.pause(period);
                sample();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process that is killed meanwhile gives none. */
    private void sample() throws InterruptedException {
        int life = service.life();
        OptionalLong pid = service.pid();
        if (pid.isEmpty()) {
            return;
        }
        try {
            double second = clock.seconds();
            jcmd(pid.getAsLong(), "GC.run");
            long heap = used(jcmd(pid.getAsLong(), "GC.heap_info"));
            Path process = Path.of("/proc", Long.toString(pid.getAsLong()));
            String status = Files.readString(process.resolve("status"));
            if (heap > 0 && life == service.life()) {
                add(new HeapSample(
                        second,
                        life,
                        heap,
                        number(status, "VmRSS") << 10,
                        (int) number(status, "Threads"),
                        count(process.resolve("fd"))));
            }
        } catch (IOException e) {
            // Its process has ended.
            return;
        }
    }

    private synchronized void add(HeapSample sample) {
        samples.add(sample);
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        // The answer is short: it fits into the pipe.
        if (!jcmd.waitFor(30, TimeUnit.SECONDS)) {
            jcmd.destroyForcibly().waitFor();
            throw new IOException("no answer from the process");
        }
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static long used(String heapInfo) {
        long kilobytes = 0;
        for (Matcher space = SPACE.matcher(heapInfo); space.find(); ) {
            kilobytes += Long.parseLong(space.group(1));
        }
        return kilobytes << 10;
    }

    private static long number(String status, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s*(\\d+)").matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private static int count(Path folder) {
        File[] entries = folder.toFile().listFiles();
        return entries == null ? 0 : entries.length;
    }
}
