package io.lidc.download;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of downloads, once and in the service. */
public final class DownloadKeys {
    public static final Key<Path> DIRECTORY =
            Key.directory("download.directory", "data", "Folder that downloads go into.");
    public static final Key<String> ALLOWED_HOSTS = Key.text(
            "download.allowed-hosts",
            "services.cancerimagingarchive.net, nbia.cancerimagingarchive.net, graph.microsoft.com,"
                    + " login.microsoftonline.com, *.sharepoint.com",
            "names of hosts, separated by commas",
            hosts -> !hosts.contains("/"),
            "Hosts that may be downloaded from. *.example.org stands for every name that ends so. A redirect to any other host is"
                    + " refused.");
    public static final Key<Boolean> ALLOW_PRIVATE_ADDRESSES = Key.flag(
            "download.allow-private-addresses",
            false,
            "Whether servers with a private, loopback or link-local address may be downloaded from.");
    public static final Key<Integer> PARALLEL =
            Key.wholeNumber("download.parallel", 4, 1, 64, "Files that are downloaded at the same time.");
    public static final Key<Duration> TIMEOUT = Key.seconds(
                    "download.timeout-seconds", 60, 1, 3_600, "Seconds to wait for a server that sends nothing.")
            .renamedFrom("download.patience-seconds");
    public static final Key<Integer> MIN_BYTES_PER_SECOND = Key.wholeNumber(
            "download.min-bytes-per-second",
            1_024,
            0,
            1 << 30,
            "Bytes a second below which a transfer is given up and attempted again. 0: none is too slow.");
    public static final Key<Long> MAX_FILE_BYTES =
            Key.longNumber("download.max-file-bytes", 64L << 30, 1, Long.MAX_VALUE, "Bytes of one file, at most.");
    public static final Key<URI> NBIA_ENDPOINT = Key.url(
            "nbia.endpoint",
            "https://services.cancerimagingarchive.net/nbia-api/services/v1",
            "Base URL of the NBIA Search REST API, through which TCIA is read.");
    public static final Key<Boolean> ENABLED = Key.flag(
            "download.enabled",
            false,
            "Whether the service downloads and ingests again and again, new files only (route download).");
    public static final Key<String> SOURCE = Key.text(
            "download.source",
            "",
            "what lidc download takes, or nothing",
            source -> true,
            "The manifest or the place in SharePoint that the service downloads.");
    public static final Key<Duration> PERIOD = Key.milliseconds(
            "download.period-ms",
            3_600_000,
            100,
            604_800_000,
            "Time from the end of one pass to the start of the next, in milliseconds.");

    public static final KeyGroup GROUP = KeyGroup.of(
            "Downloads",
            DIRECTORY,
            ALLOWED_HOSTS,
            ALLOW_PRIVATE_ADDRESSES,
            PARALLEL,
            TIMEOUT,
            MIN_BYTES_PER_SECOND,
            MAX_FILE_BYTES,
            NBIA_ENDPOINT,
            ENABLED,
            SOURCE,
            PERIOD);

    private DownloadKeys() {}
}
