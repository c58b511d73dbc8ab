package io.lidc.app;

import io.lidc.config.Setting;
import io.lidc.config.Settings;
import io.lidc.dicom.Limits;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.source.FolderSource;
import io.lidc.source.InboxSource;
import io.lidc.source.InboxSource.AfterCommit;
import io.lidc.source.Source;
import io.lidc.source.SourceFactory;
import io.lidc.source.archive.ArchiveLimits;
import io.lidc.source.archive.Archives;
import io.lidc.source.archive.ExpandedSource;
import io.lidc.source.s3.Aws;
import io.lidc.source.s3.S3Settings;
import io.lidc.source.s3.SqsSettings;
import java.io.FileNotFoundException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The sources of the project, as the settings want them. */
public final class ConfiguredSources implements SourceFactory {
    private static final String INBOX = "inbox:";

    private final Settings settings;
    private final Archives archives;
    private final Aws aws;

    public ConfiguredSources(Settings settings) {
        this.settings = settings;
        archives = new Archives(new Part10Reader(headerLimits(settings)), archiveLimits(settings));
        aws = new Aws(
                s3(settings),
                new SqsSettings(endpoint(settings, Setting.SQS_ENDPOINT), settings.number(Setting.SQS_HIDDEN_S)));
    }

    @Override
    public Source create(String source) throws FileNotFoundException {
        return expanded(plain(source));
    }

    /** The source with archives among its objects read as what they hold. */
    public Source expanded(Source source) {
        return new ExpandedSource(source, archives);
    }

    /** What reaches buckets, as the settings say. */
    public Aws aws() {
        return aws;
    }

    /** What reads archives, within the bounds of the settings. */
    public Archives archives() {
        return archives;
    }

    private Source plain(String source) throws FileNotFoundException {
        if (Aws.isNamed(source)) {
            return aws.create(source);
        }
        return source.startsWith(INBOX) ? inbox(source) : folder(source);
    }

    private Source inbox(String source) throws FileNotFoundException {
        return new InboxSource(
                existing(source.substring(INBOX.length())),
                Duration.ofMillis(settings.number(Setting.INBOX_QUIET_MS)),
                AfterCommit.valueOf(settings.get(Setting.INBOX_AFTER_COMMIT).toUpperCase(Locale.ROOT)),
                Path.of(settings.get(Setting.DEAD_LETTER_DIRECTORY)));
    }

    private static Source folder(String source) throws FileNotFoundException {
        return new FolderSource(existing(source));
    }

    private static Path existing(String source) throws FileNotFoundException {
        try {
            Path path = Path.of(source);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new FileNotFoundException("not a path: " + source);
        }
        throw new FileNotFoundException("no such folder or file: " + source);
    }

    private static S3Settings s3(Settings settings) {
        String region = settings.get(Setting.S3_REGION);
        return new S3Settings(
                endpoint(settings, Setting.S3_ENDPOINT),
                region.isEmpty() ? null : region,
                Boolean.parseBoolean(settings.get(Setting.S3_PATH_STYLE)),
                settings.number(Setting.INGEST_REMOTE_READERS),
                settings.number(Setting.S3_FIRST_READ_BYTES),
                settings.number(Setting.S3_ATTEMPTS),
                Duration.ofMillis(settings.number(Setting.S3_TIMEOUT_MS)));
    }

    private static URI endpoint(Settings settings, Setting setting) {
        String url = settings.get(setting);
        return url.isEmpty() ? null : URI.create(url);
    }

    private static Limits headerLimits(Settings settings) {
        return new Limits(
                settings.number(Setting.HEADER_FIRST_READ_BYTES),
                settings.number(Setting.HEADER_MAX_BYTES),
                settings.number(Setting.HEADER_MAX_VALUE_BYTES),
                settings.number(Setting.HEADER_MAX_DEPTH),
                settings.number(Setting.HEADER_MAX_ELEMENTS),
                settings.number(Setting.HEADER_MAX_INFLATE_RATIO));
    }

    private static ArchiveLimits archiveLimits(Settings settings) {
        return new ArchiveLimits(
                settings.number(Setting.ARCHIVE_MAX_ENTRIES),
                settings.longNumber(Setting.ARCHIVE_MAX_BYTES),
                settings.number(Setting.ARCHIVE_MAX_RATIO));
    }
}
