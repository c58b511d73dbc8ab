package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.dicom.HeaderReader;
import io.lidc.download.DownloadKeys;
import io.lidc.download.DownloadProvider;
import io.lidc.download.Downloader;
import io.lidc.ingest.DeadLetterKeys;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.component.SourceComponent;
import io.lidc.kafka.KafkaProvider;
import io.lidc.metadata.DeidentificationState;
import io.lidc.source.InboxKeys;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import io.lidc.source.Sources;
import io.lidc.source.archive.ArchiveKeys;
import io.lidc.source.archive.ArchiveProvider;
import io.lidc.source.archive.Archives;
import io.lidc.source.folder.FileProvider;
import io.lidc.source.parquet.ParquetProvider;
import io.lidc.source.s3.Aws;
import io.lidc.source.s3.S3Keys;
import io.lidc.source.s3.S3Provider;
import io.lidc.source.s3.SqsKeys;
import io.lidc.source.s3.SqsProvider;
import io.lidc.stow.PushProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.Registry;
import org.apache.camel.util.function.Suppliers;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The sources of the program and what reaches them, one instance each. A provider of a user's own, bound to the registry, is asked
 * before ours.
 */
final class Wiring extends MainListenerSupport {
    private static final String INBOX = "inbox:";

    private final Settings settings;
    private final Aws aws;
    private final Archives archives;
    private final Sources sources;
    private final Downloader downloader;
    private final PushProvider pushed = new PushProvider();
    private final ParquetProvider parquet;
    private Registry registry;

    /** @param privacy how the metadata of the database are de-identified */
    Wiring(Settings settings, DeidentificationState privacy) {
        this.settings = settings;
        parquet = new ParquetProvider(privacy);
        aws = new Aws(
                S3Keys.s3(settings, settings.get(IngestKeys.REMOTE_READERS)),
                settings.get(SqsKeys.ENDPOINT).orElse(null));
        archives = new Archives(source -> headerReader().read(source), ArchiveKeys.limits(settings));
        sources = new Sources(Suppliers.memorize(this::providers), source -> archives.expand(source, sources()));
        downloader = DownloadSetup.downloader(settings);
    }

    Sources sources() {
        return sources;
    }

    Archives archives() {
        return archives;
    }

    Downloader downloader() {
        return downloader;
    }

    PushProvider pushed() {
        return pushed;
    }

    /** The one that the configuration wires, which may be a user's own. */
    HeaderReader headerReader() {
        return registry.lookupByNameAndType("headerReader", HeaderReader.class);
    }

    private List<SourceProvider> providers() {
        List<SourceProvider> providers = new ArrayList<>(registry.findByType(SourceProvider.class));
        providers.add(new ArchiveProvider(sources, archives));
        providers.add(new S3Provider(aws));
        providers.add(new SqsProvider(aws));
        providers.add(new KafkaProvider());
        providers.add(pushed);
        providers.add(parquet);
        providers.add(new DownloadProvider(downloader, settings.get(DownloadKeys.DIRECTORY)));
        providers.add(new FileProvider());
        return providers;
    }

    /** The source that a person names on the command line: {@code inbox:DIR} empties a folder. */
    Source source(String name) throws IOException {
        SourceOptions options = SourceOptions.DEFAULT.hidingMessagesFor(settings.get(SqsKeys.VISIBILITY_TIMEOUT));
        return name.startsWith(INBOX)
                ? sources.list(
                        name.substring(INBOX.length()),
                        options.forFiles(
                                settings.get(InboxKeys.AFTER_COMMIT),
                                settings.get(InboxKeys.QUIET),
                                settings.get(DeadLetterKeys.DIRECTORY)))
                : sources.list(name, options);
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        registry = main.getCamelContext().getRegistry();
        registry.bind("sources", sources);
        registry.bind(
                "dicom-source",
                new SourceComponent(
                        sources, settings.get(IngestKeys.CHUNK_SIZE), settings.get(IngestKeys.FAILURE_THRESHOLD)));
        // Made when a route first asks: that takes half a second.
        registry.bind("s3Client", S3Client.class, aws::s3Client);
    }
}
