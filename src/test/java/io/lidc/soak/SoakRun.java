package io.lidc.soak;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.soak.files.Generations;
import io.lidc.soak.heap.HeapSample;
import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.stow.PushKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** One soak over one database. */
final class SoakRun implements Callable<SoakReport> {
    /** Numbers of instances, by the way in: no two have the same. */
    private static final int NUMBERS = 1_000_000;

    private final TestDatabase kind;
    private final Path folder;
    private final long milliseconds;
    private final long seed;
    private final boolean forgets;
    private final SoakClock clock;
    private final Path inboxFolder;
    private final Path readFolder;
    private final Path dead;
    private final Ledger ledger;

    /** @param forgets whether the quiet run lacks an object, so that the soak has to fail */
    SoakRun(TestDatabase kind, Path folder, Duration length, long seed, boolean forgets) throws IOException {
        this.kind = kind;
        this.folder = folder;
        this.milliseconds = length.toMillis();
        this.seed = seed;
        this.forgets = forgets;
        this.clock = new SoakClock(length);
        this.inboxFolder = Files.createDirectories(folder.resolve("inbox"));
        this.readFolder = Files.createDirectories(folder.resolve("folder"));
        this.dead = folder.resolve("dead");
        this.ledger = new Ledger(folder.resolve("ledger"), inboxFolder.resolve(".done"), readFolder);
    }

    @Override
    public SoakReport call() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"));
                SoakDatabase database = SoakDatabase.of(kind, disk)) {
            Path temporary = Files.createDirectories(disk.folder().resolve("tmp"));
            int port = ServiceProcess.freePort();
            SoakReport report;
            try (ServiceProcess service = new ServiceProcess(clock, home(port), database, folder, temporary, port)) {
                report = soak(disk, database, service, temporary);
            }
            if (report.hasPassed()) {
                deleteObjects();
            }
            return report;
        }
    }

    /** Logs and figures stay. */
    private void deleteObjects() throws IOException {
        for (String name : List.of("ledger", "sample", "inbox", "folder", "dead", "quiet")) {
            Path objects = folder.resolve(name);
            if (Files.exists(objects)) {
                try (Stream<Path> paths = Files.walk(objects)) {
                    for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                        Files.delete(path);
                    }
                }
            }
        }
    }

    private Home home(int port) throws IOException {
        return Home.in(folder)
                .set(DatabaseKeys.RETRIES, "8")
                .set(DatabaseKeys.RETRY_DELAY, "50")
                .set(DatabaseKeys.RETRY_MAX_DELAY, "1000")
                .set(DeadLetterKeys.DIRECTORY, dead.toString())
                .set(InboxKeys.ENABLED, "true")
                .set(InboxKeys.PATH, inboxFolder.toString())
                .set(InboxKeys.PERIOD, "500")
                .set(InboxKeys.QUIET, "200")
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, readFolder.toString())
                .set(FolderKeys.PERIOD, "1000")
                .set(PushKeys.ENABLED, "true")
                .set(PushKeys.PORT, Integer.toString(port))
                .set(PushKeys.TIMEOUT, "5")
                .set(PushKeys.RUN_IDLE, "5");
    }

    private SoakReport soak(SmallDisk disk, SoakDatabase database, ServiceProcess service, Path temporary)
            throws Exception {
        Generations generations = Generations.in(folder.resolve("sample"));
        FolderLoad inbox = new FolderLoad(clock, database, ledger, generations, "inbox", inboxFolder, NUMBERS);
        FolderLoad read = new FolderLoad(clock, database, ledger, generations, "folder", readFolder, 2 * NUMBERS);
        PushLoad push = new PushLoad(clock, ledger, generations, service.port(), 3 * NUMBERS);
        HostileLoad hostile = new HostileLoad(inbox, read, push, 4 * NUMBERS);
        FaultInjector injector = new FaultInjector(
                clock,
                new Faults(clock, disk, database, service, hostile, push).list(),
                new Random(seed + kind.ordinal()));
        HeapRecorder heap = new HeapRecorder(clock, service, milliseconds);
        service.start();
        service.awaitServing();
        List<String> findings = work(List.of(inbox, read, push), injector, heap);
        findings.addAll(new Drain(database, ledger, inboxFolder).await());
        service.stop();
        findings.addAll(service.defects());
        Files.write(folder.resolve("faults.csv"), injector.history());
        Files.write(
                folder.resolve("heap.csv"),
                Stream.concat(
                                Stream.of(HeapSample.COLUMNS),
                                heap.samples().stream().map(HeapSample::csv))
                        .toList());
        return judge(database, temporary, service, injector, heap, push, findings);
    }

    /** Until the loads are through; tells what broke one of them, which ends the soak. */
    private List<String> work(List<Callable<Void>> loads, FaultInjector injector, HeapRecorder heap)
            throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> all = new ArrayList<>();
        loads.forEach(load -> all.add(threads.submit(() -> unlessBroken(load))));
        all.add(threads.submit(injector));
        all.add(threads.submit(heap));
        List<String> findings = new ArrayList<>();
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                findings.add("the load is broken: " + e.getCause());
            }
        }
        threads.shutdown();
        return findings;
    }

    private Void unlessBroken(Callable<Void> load) throws Exception {
        try {
            return load.call();
        } catch (Exception e) {
            clock.stop();
            throw e;
        }
    }

    private SoakReport judge(
            SoakDatabase database,
            Path temporary,
            ServiceProcess service,
            FaultInjector injector,
            HeapRecorder heap,
            PushLoad push,
            List<String> findings)
            throws Exception {
        if (forgets) {
            Files.delete(ledger.folder().resolve(ledger.names().get(0)));
        }
        ObjectRows quiet = QuietRun.of(kind, ledger, Files.createDirectories(folder.resolve("quiet")));
        try (HikariDataSource opened = Database.open(database.url(), Credentials.NONE)) {
            ObjectRows rows = ObjectRows.of(opened, ledger);
            Judge judge = new Judge()
                    .all(findings)
                    .outcomes(ledger, rows)
                    .rows(quiet, rows)
                    .runs(opened)
                    .leftovers(temporary)
                    .leftovers(inboxFolder, inboxFolder.resolve(".done"))
                    .logs(folder)
                    .heap(heap.samples());
            return new SoakReport(
                    kind.name(),
                    ledger.names().size(),
                    SoakReport.counted(rows),
                    Rows.of(opened, "select state, count(*) from run group by state order by state"),
                    push.answers(),
                    injector.counts(),
                    service.life(),
                    heap.samples(),
                    judge.findings());
        }
    }
}
