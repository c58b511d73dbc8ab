package io.lidc.cli;

import io.lidc.dicom.Limits;
import io.lidc.dicom.Part10Reader;
import io.lidc.source.FolderSource;
import io.lidc.source.InboxSource;
import io.lidc.source.InboxSource.AfterCommit;
import io.lidc.source.Source;
import io.lidc.source.SourceFactory;
import io.lidc.source.archive.ArchiveLimits;
import io.lidc.source.archive.Archives;
import io.lidc.source.archive.ExpandedSource;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The sources of the project, as the settings want them. */
final class ConfiguredSources implements SourceFactory {
    private static final String INBOX = "inbox:";

    private final Settings settings;
    private final Archives archives;

    ConfiguredSources(Settings settings) {
        this.settings = settings;
        archives = new Archives(new Part10Reader(headerLimits(settings)), archiveLimits(settings));
    }

    @Override
    public Source create(String source) throws FileNotFoundException {
        return new ExpandedSource(source.startsWith(INBOX) ? inbox(source) : folder(source), archives);
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
                Long.parseLong(settings.get(Setting.ARCHIVE_MAX_BYTES)),
                settings.number(Setting.ARCHIVE_MAX_RATIO));
    }
}
