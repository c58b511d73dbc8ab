package io.lidc.app;

import io.lidc.alert.AlertKeys;
import io.lidc.alert.channel.ChannelKeys;
import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.download.DownloadKeys;
import io.lidc.download.GraphKeys;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.ingest.header.HeaderKeys;
import io.lidc.ingest.replay.ReplayKeys;
import io.lidc.kafka.KafkaKeys;
import io.lidc.lease.LeaseKeys;
import io.lidc.manifest.ManifestKeys;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.report.ReportKeys;
import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.source.archive.ArchiveKeys;
import io.lidc.source.s3.S3Keys;
import io.lidc.source.s3.SqsKeys;
import io.lidc.status.StatusKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.stow.PushKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys that the modules bring, in the order in which config/application.properties and the documentation have them. */
public final class Configuration {
    public static final List<KeyGroup> GROUPS = List.of(
            DatabaseKeys.GROUP,
            PrivacyKeys.GROUP,
            IngestKeys.GROUP,
            DeadLetterKeys.GROUP,
            ReplayKeys.GROUP,
            HeaderKeys.GROUP,
            ArchiveKeys.GROUP,
            FolderKeys.GROUP,
            InboxKeys.GROUP,
            S3Keys.GROUP,
            SqsKeys.GROUP,
            KafkaKeys.GROUP,
            LeaseKeys.GROUP,
            DownloadKeys.GROUP,
            GraphKeys.GROUP,
            PushKeys.GROUP,
            StatusKeys.GROUP,
            AlertKeys.GROUP,
            ChannelKeys.GROUP,
            ReportKeys.GROUP,
            ManifestKeys.GROUP);

    private Configuration() {}

    /**
     * The settings in force, see {@link Settings#load}.
     *
     * @param home the folder that holds config/ and routes/
     * @param options what the command line sets, as text
     */
    public static Settings load(Path home, Map<String, String> environment, Map<Key<?>, String> options)
            throws UsageException {
        return Settings.load(home, GROUPS, environment, options);
    }
}
