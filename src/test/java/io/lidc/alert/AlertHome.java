package io.lidc.alert;

import io.lidc.alert.channel.ChannelKeys;
import io.lidc.config.Key;
import io.lidc.config.SecretKey;
import io.lidc.ingest.IngestKeys;
import io.lidc.source.FolderKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A home whose service polls a folder and tells channels of alerts. */
final class AlertHome {
    private final Path folder;
    private final Home home;
    private final Path data;
    private int files;

    AlertHome(Path folder) throws IOException {
        this.folder = folder;
        this.home = Home.in(folder);
        this.data = Files.createDirectories(folder.resolve("data"));
        home.set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, data.toString())
                .set(FolderKeys.PERIOD, "100")
                .set(IngestKeys.CHUNK_SIZE, "2000")
                .set(AlertKeys.PERIOD, "200")
                .set(ChannelKeys.TIMEOUT, "1");
    }

    Home home() {
        return home;
    }

    Path out() {
        return folder.resolve("out");
    }

    Path data() {
        return data;
    }

    AlertHome set(Key<?> key, String value) throws IOException {
        home.set(key, value);
        return this;
    }

    AlertHome secret(SecretKey secret, String value) throws IOException {
        Path file = folder.resolve(secret + ".txt");
        Files.writeString(file, value);
        return set(secret.key(), file.toString());
    }

    AlertHome slack(String url) throws IOException {
        return set(ChannelKeys.SLACK_ENABLED, "true").secret(ChannelKeys.SLACK_URL, url);
    }

    AlertHome pagerDuty(String url) throws IOException {
        return set(ChannelKeys.PAGERDUTY_ENABLED, "true")
                .set(ChannelKeys.PAGERDUTY_URL, url)
                .secret(ChannelKeys.PAGERDUTY_KEY, "integration-key");
    }

    AlertHome webhook(String url) throws IOException {
        return set(ChannelKeys.WEBHOOK_ENABLED, "true").secret(ChannelKeys.WEBHOOK_URL, url);
    }

    /** Good and broken files that appear at once, so that they are one chunk. */
    void add(int good, int broken) throws IOException {
        Path batch = Files.createDirectory(folder.resolve("batch" + files));
        for (int i = 0; i < good + broken; i++) {
            byte[] bytes = DicomFile.instance(++files, "CT").bytes();
            Files.write(batch.resolve(files + ".dcm"), i < good ? bytes : Arrays.copyOf(bytes, 200));
        }
        Files.move(batch, data.resolve(batch.getFileName()));
    }
}
