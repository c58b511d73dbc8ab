package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.dicom.Part10Reader;
import io.lidc.ingest.DeadLetterKeys;
import io.lidc.ingest.HeaderKeys;
import io.lidc.ingest.IngestKeys;
import io.lidc.source.FolderSource;
import io.lidc.source.InboxKeys;
import io.lidc.source.InboxSource;
import io.lidc.source.Source;
import io.lidc.source.SourceFactory;
import io.lidc.source.archive.ArchiveKeys;
import io.lidc.source.archive.Archives;
import io.lidc.source.archive.ExpandedSource;
import io.lidc.source.s3.Aws;
import io.lidc.source.s3.S3Keys;
import io.lidc.source.s3.SqsKeys;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The sources of the project, as the settings want them. */
public final class ConfiguredSources implements SourceFactory {
    private static final String INBOX = "inbox:";

    private final Settings settings;
    private final Archives archives;
    private final Aws aws;

    public ConfiguredSources(Settings settings) {
        this.settings = settings;
        archives = new Archives(new Part10Reader(HeaderKeys.limits(settings)), ArchiveKeys.limits(settings));
        aws = new Aws(S3Keys.s3(settings, settings.get(IngestKeys.REMOTE_READERS)), SqsKeys.sqs(settings));
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
                settings.get(InboxKeys.QUIET),
                settings.get(InboxKeys.AFTER_COMMIT),
                settings.get(DeadLetterKeys.DIRECTORY));
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
}
