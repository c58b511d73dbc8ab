package io.lidc.source;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the folder that the service reads. */
public final class FolderKeys {
    public static final Key<Boolean> ENABLED = Key.flag(
            "folder.enabled",
            false,
            "Whether the service reads a folder again and again, new and changed objects only (route folder).");
    public static final Key<Path> PATH =
            Key.directory("folder.path", "data", "The folder that the service reads, with all below it.");
    public static final Key<Duration> PERIOD = Key.milliseconds(
            "folder.period-ms",
            60_000,
            100,
            86_400_000,
            "Time from the end of one pass over the folder to the start of the next, in milliseconds.");

    public static final KeyGroup GROUP = KeyGroup.of("Service: folder", ENABLED, PATH, PERIOD);

    private FolderKeys() {}
}
