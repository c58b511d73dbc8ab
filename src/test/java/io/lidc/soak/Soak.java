package io.lidc.soak;

import io.lidc.soak.heap.HeapChart;
import io.lidc.soak.heap.HeapSample;
import io.lidc.store.jdbc.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Soaks the service on both databases at the same time, and writes what it came to into {@code target/soak}: {@code report.txt},
 * {@code heap.svg}, and a folder a database with logs, faults and heap.
 *
 * <p>Arguments: the minutes; the seed of all that is random, or {@code random}; the databases; whether the quiet run is to lack an
 * object, to see that the soak fails then.
 */
public final class Soak {
    private static final int SEEDS = 1_000_000;

    private Soak() {}

    /** Runs it; the exit code is 1 where anything was found that must not be. */
    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.ofSeconds(Math.round(Double.parseDouble(arguments[0]) * 60));
        long seed = arguments[1].equals("random") ? new Random().nextInt(SEEDS) : Long.parseLong(arguments[1]);
        List<TestDatabase> databases =
                Stream.of(arguments[2].split(",")).map(TestDatabase::valueOf).toList();
        boolean forgets = Boolean.parseBoolean(arguments[3]);
        Path folder = Files.createDirectories(
                Path.of("target", "soak", Instant.now().toString().replace(':', '-'))
                        .toAbsolutePath());
        System.out.println("Soak of " + length.toSeconds() / 60.0 + " minutes over " + databases + ", seed " + seed
                + ", in " + folder);

        List<SoakReport> reports = run(databases, folder, length, seed, forgets);

        boolean passed = reports.stream().allMatch(SoakReport::hasPassed);
        write(folder, length, seed, reports);
        reports.forEach(System.out::println);
        System.exit(passed ? 0 : 1);
    }

    private static List<SoakReport> run(
            List<TestDatabase> databases, Path folder, Duration length, long seed, boolean forgets) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(databases.size());
        List<Future<SoakReport>> running = new ArrayList<>();
        for (TestDatabase database : databases) {
            Path own = Files.createDirectories(folder.resolve(database.name()));
            running.add(threads.submit(new SoakRun(database, own, length, seed, forgets)));
        }
        List<SoakReport> reports = new ArrayList<>();
        for (Future<SoakReport> one : running) {
            reports.add(one.get());
        }
        return reports;
    }

    private static void write(Path folder, Duration length, long seed, List<SoakReport> reports) throws Exception {
        Map<String, List<HeapSample>> heaps = new LinkedHashMap<>();
        reports.forEach(report -> heaps.put(report.database(), report.heap()));
        Files.writeString(folder.resolve("heap.svg"), HeapChart.of(heaps));
        List<String> lines = new ArrayList<>(List.of("minutes " + length.toSeconds() / 60.0 + ", seed " + seed));
        reports.forEach(report -> lines.add(report.toString()));
        Files.write(folder.resolve("report.txt"), lines);
    }
}
