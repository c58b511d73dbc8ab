package io.lidc.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Readiness: down while no record of an unreadable object could be written, as chunks that hold one fail then. */
public final class DeadLetterRoomHealthCheck extends AbstractHealthCheck {
    private final Path directory;
    private final long minBytes;

    /** @param minBytes that the disk of the folder must have left */
    public DeadLetterRoomHealthCheck(Path directory, long minBytes) {
        super("lidc", "dead-letters");
        this.directory = directory.toAbsolutePath();
        this.minBytes = minBytes;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            Path existing = existing();
            long left = Files.getFileStore(existing).getUsableSpace();
            if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
                builder.down().message("the folder of the dead letters cannot be written to");
            } else if (left < minBytes) {
                builder.down().message("the disk of the dead letters has " + left + " bytes left");
            } else {
                builder.up();
            }
        } catch (IOException e) {
            builder.down().message("the disk of the dead letters does not answer");
        }
    }

    /** The folder, or what it will be made in. */
    private Path existing() {
        Path path = directory;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
