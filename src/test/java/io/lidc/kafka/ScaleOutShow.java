package io.lidc.kafka;

import static org.awaitility.Awaitility.await;

import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What scale-out does under kills, under load and at stops, shown on a tree of any size: {@code mvn -P scale-out verify}. Ends with 1 where
 * something was lost, doubled or not balanced.
 */
public final class ScaleOutShow {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final PrintStream out;
    private final Path folder;
    private final Path tree;
    private final TestBroker broker;
    private final String database;
    private final ScaleOut scaleOut;
    private final Random random;

    private ScaleOutShow(PrintStream out, Path folder, Path tree, long seed) throws Exception {
        this.out = out;
        this.folder = folder;
        this.tree = tree;
        this.random = new Random(seed);
        broker = TestBroker.start(folder);
        database = TestDatabase.POSTGRESQL.create(folder);
        Database.open(database, Credentials.NONE).close();
        scaleOut = ScaleOut.in(folder, broker, database).withOptions("-Xmx384m", "-XX:+UseParallelGC");
    }

    /** @param arguments {@code kills}, {@code stops} or {@code speed WORKERS}, after the tree and a seed */
    public static void main(String[] arguments) throws Exception {
        Path tree = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = Files.createDirectories(Path.of("target", "scale-out"));
        ScaleOutShow show = new ScaleOutShow(
                System.out, Files.createTempDirectory(folder, arguments[2]).toAbsolutePath(), tree, seed);
        boolean passed;
        try {
            passed = switch (arguments[2]) {
                case "kills" -> show.kills();
                case "stops" -> show.stops(Integer.parseInt(arguments[3]));
                case "speed" -> show.speed(Integer.parseInt(arguments[3]));
                default -> throw new IllegalArgumentException(arguments[2]);
            };
        } finally {
            show.scaleOut.end();
        }
        System.out.println(passed ? "passed" : "FAILED, see " + show.folder);
        System.exit(passed ? 0 : 1);
    }

    /** Four workers, two of them killed at random three times each, and the broker started anew once. */
    private boolean kills() throws Exception {
        scaleOut.withChunksOf(20);
        scaleOut.discoverer(tree);
        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            workers.add(scaleOut.worker());
        }
        await().atMost(TIMEOUT).until(() -> scaleOut.delivered() > 0);
        for (int kill = 0; kill < 6; kill++) {
            int victim = kill % 2;
            long pid = workers.get(victim).pid();
            await().atMost(TIMEOUT).until(() -> takesPart(pid));
            pause(random.nextInt(1_000));
            workers.get(victim).destroyForcibly().waitFor();
            out.printf("killed worker %d after %,d of the records%n", victim, scaleOut.delivered());
            workers.set(victim, scaleOut.worker());
            if (kill == 2) {
                broker.stop();
                broker.start();
                out.printf("started the broker anew after %,d of the records%n", scaleOut.delivered());
            }
        }
        awaitTheEnd();
        return judge();
    }

    /** Whether a worker's chunks are committed; the owner of a run is a host, a process and the time of its start. */
    private boolean takesPart(long pid) throws SQLException {
        return scaleOut.count("select count(*) from run where discovered > 0 and owner like '% " + pid + " %'") > 0;
    }

    /** One worker, told to stop at random, again and again. */
    private boolean stops(int count) throws Exception {
        scaleOut.withChunksOf(20);
        publish();
        boolean inOrder = true;
        Duration longest = Duration.ZERO;
        for (int stop = 0; stop < count; stop++) {
            long before = scaleOut.delivered();
            Process worker = scaleOut.worker();
            await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(10)).until(() -> scaleOut.delivered() > before);
            pause(random.nextInt(250));
            long start = System.nanoTime();
            worker.destroy();
            boolean ended = worker.waitFor(10, TimeUnit.SECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            longest = took.compareTo(longest) > 0 ? took : longest;
            out.printf(
                    "stop %d: exit code %s in %,d ms, %,d records%n",
                    stop + 1, ended ? worker.exitValue() : "none", took.toMillis(), scaleOut.delivered() - before);
            inOrder &= ended && worker.exitValue() == 0;
        }
        scaleOut.worker();
        awaitTheEnd();
        out.printf("longest stop %,d ms%n", longest.toMillis());
        return inOrder && judge();
    }

    /** So many workers on a topic that holds all records; with none, a single process without Kafka. */
    private boolean speed(int workers) throws Exception {
        if (workers == 0) {
            long busy = busyTicks();
            long start = System.nanoTime();
            Process single = scaleOut.single(tree);
            single.waitFor();
            tell("single process", start, busy, scaleOut.accounted());
            return scaleOut.unbalancedRuns().isEmpty();
        }
        long busy = busyTicks();
        long start = System.nanoTime();
        publish();
        tell("publishing", start, busy, scaleOut.count("select published from scale_out"));
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            started.add(scaleOut.worker());
        }
        long all = busyTicks();
        long begun = System.nanoTime();
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20)).until(() -> scaleOut.delivered() > 0);
        long first = scaleOut.delivered();
        busy = busyTicks();
        start = System.nanoTime();
        long published = scaleOut.count("select published from scale_out");
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(50)).until(() -> scaleOut.delivered() == published);
        tell(workers + " workers, from the first chunk", start, busy, published - first);
        tell(workers + " workers, with their start", begun, all, published);
        long cpu = started.stream()
                .mapToLong(worker ->
                        worker.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
        out.printf("workers: %.1f s of CPU%n", cpu / 1e3);
        broker.awaitConsumed(ScaleOut.TOPIC, ScaleOut.GROUP, TIMEOUT);
        return scaleOut.unbalancedRuns().isEmpty();
    }

    private void publish() throws Exception {
        Process discoverer = scaleOut.discoverer(tree);
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> scaleOut.count("select count(*) from run where state = 'COMPLETED'") == 1);
        discoverer.destroy();
        discoverer.waitFor();
    }

    private void awaitTheEnd() throws Exception {
        await().atMost(TIMEOUT)
                .until(() -> scaleOut.count("select count(*) from run where published > 0" + " and state = 'COMPLETED'")
                        == 1);
        broker.awaitConsumed(ScaleOut.TOPIC, ScaleOut.GROUP, TIMEOUT);
        await().atMost(TIMEOUT).until(() -> scaleOut.delivered() >= scaleOut.count("select published from scale_out"));
    }

    /** Whether the rows are those of a single process, and all totals balance. */
    private boolean judge() throws Exception {
        ScaleOut alone = ScaleOut.in(
                        Files.createDirectories(folder.resolve("single")),
                        broker,
                        TestDatabase.POSTGRESQL.create(folder))
                .withOptions("-Xmx384m", "-XX:+UseParallelGC");
        alone.single(tree).waitFor();
        Map<String, List<String>> expected = alone.tables();
        Map<String, List<String>> actual = scaleOut.tables();
        List<String> differences = new ArrayList<>();
        expected.forEach((table, rows) -> {
            out.printf(
                    "%s: %,d rows, of a single process %,d%n",
                    table, actual.get(table).size(), rows.size());
            differences.addAll(Tables.difference(rows, actual.get(table)));
        });
        differences.stream().limit(20).forEach(out::println);
        String balance = scaleOut.rows("select published, delivered, taken, redelivered, missing from scale_out")
                .get(0);
        out.println("published|delivered|taken|redelivered|missing: " + balance);
        out.println("runs of workers by state: "
                + scaleOut.rows(
                        "select state, count(*) from run where sources like 'kafka:%' group by state order by state"));
        List<String> unbalanced = scaleOut.unbalancedRuns();
        out.println("unbalanced runs: " + unbalanced);
        String[] figures = balance.split("\\|");
        return differences.isEmpty() && unbalanced.isEmpty() && figures[0].equals(figures[1]) && figures[4].equals("0");
    }

    private void tell(String what, long start, long busy, long objects) throws IOException {
        double seconds = (System.nanoTime() - start) / 1e9;
        double cores = (busyTicks() - busy) / 100.0 / seconds;
        out.printf(
                "%s: %,d objects in %.1f s, %,.0f/s, %.2f of %d cores busy%n",
                what, objects, seconds, objects / seconds, cores, CORES);
    }

    /** Hundredths of a second that the processors of the machine have worked so far. */
    private static long busyTicks() throws IOException {
        String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+");
        long busy = 0;
        for (int i = 1; i <= 8; i++) {
            busy += i == 4 || i == 5 ? 0 : Long.parseLong(fields[i]);
        }
        return busy;
    }

    private static void pause(int milliseconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(milliseconds);
    }
}
