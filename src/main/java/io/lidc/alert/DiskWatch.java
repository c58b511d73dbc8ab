package io.lidc.alert;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How much room the disk of the dead letters has. */
final class DiskWatch implements Watch {
    private final Path folder;
    private final double minFree;

    /** @param minFree share of the disk, 0 to 1, below which somebody has to know of it */
    DiskWatch(Path folder, double minFree) {
        this.folder = folder.toAbsolutePath();
        this.minFree = minFree;
    }

    @Override
    public AlertCondition condition() {
        return AlertCondition.DEAD_LETTER_DISK;
    }

    @Override
    public List<Finding> look(Instant now, Set<String> open) {
        try {
            FileStore disk = Files.getFileStore(existing(folder));
            long total = disk.getTotalSpace();
            double free = total <= 0 ? 1 : (double) disk.getUsableSpace() / total;
            String summary = String.format(Locale.ROOT, "%.1f %% of the disk are free", free * 100);
            return List.of(new Finding(
                    condition(),
                    Subject.of(folder.toString()),
                    free < minFree,
                    summary,
                    null,
                    free,
                    minFree,
                    Map.of()));
        } catch (IOException e) {
            // A disk that cannot be asked is none that is known to be full.
            return List.of();
        }
    }

    private static Path existing(Path path) {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }
}
