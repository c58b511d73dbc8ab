package io.lidc.store.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The process that works on a run.
 *
 * @param host name of its host or container
 * @param namespace of its process ids: containers of one name have one each; {@code -} where the system has none
 * @param processId within the namespace
 * @param startedAt tells it from a later process of the same id
 */
public record RunOwner(String host, String namespace, long processId, Instant startedAt) {
    /** Systems compute the start of a process from the time of day, which may have been set since. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final class Current {
        static final RunOwner OWNER = new RunOwner(
                hostName(), processNamespace(), ProcessHandle.current().pid(), started(ProcessHandle.current()));
    }

    /** This process. */
    public static RunOwner current() {
        return Current.OWNER;
    }

    /** Its text in the table of runs, or nothing where that is none. */
    public static Optional<RunOwner> parse(String text) {
        String[] parts = text == null ? new String[0] : text.split(" ");
        return parts.length == 4
                ? Optional.of(new RunOwner(parts[0], parts[1], Long.parseLong(parts[2]), Instant.parse(parts[3])))
                : Optional.empty();
    }

    /** Four words: host, namespace, process id, start. */
    public String text() {
        return host + " " + namespace + " " + processId + " " + startedAt;
    }

    /** Whether this process can see it, or see that it is gone. */
    public boolean isNear() {
        return host.equals(current().host) && namespace.equals(current().namespace);
    }

    /** Of a near one, whether it still runs. */
    public boolean isAlive() {
        return ProcessHandle.of(processId)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(startedAt, started(process)).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hostName() {
        try {
            Path linux = Path.of("/proc/sys/kernel/hostname");
            String name = Files.isReadable(linux)
                    ? Files.readString(linux)
                    : InetAddress.getLocalHost().getHostName();
            return name.strip().replace(' ', '_');
        } catch (UnknownHostException e) {
            return "localhost";
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** The link reads {@code pid:[4026531836]}. */
    private static String processNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "-";
        }
    }
}
