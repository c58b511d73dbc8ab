package io.lidc.spark;

import io.lidc.dicom.Limits;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.ingest.header.ObjectReader;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.Deidentification.Mode;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.HeaderMapping;
import io.lidc.source.SourceProvider;
import io.lidc.source.Sources;
import io.lidc.source.archive.ArchiveProvider;
import io.lidc.source.archive.Archives;
import io.lidc.source.archive.entry.ArchiveLimits;
import io.lidc.source.folder.FileProvider;
import io.lidc.spark.source.HadoopProvider;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What tasks need to read objects, as it travels to them.
 *
 * @param maxAttempts how often Spark runs a task before it gives up
 */
public record ExecutorSettings(
        SerializableConfiguration hadoop,
        int firstRead,
        int readers,
        ExtraAttributes extra,
        Mode privacy,
        String privacyKey,
        int maxAttempts)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What reads objects, for one task.
     *
     * @param sources open objects
     * @param archives list what archives hold
     * @param reader of objects
     * @param mapping of their headers
     */
    public record Tools(Sources sources, Archives archives, ObjectReader reader, HeaderMapping mapping) {}

    /** The file systems. */
    public Configuration configuration() {
        return hadoop.value();
    }

    /** Whether Spark gives up when the current task fails. To be asked in the task's own thread. */
    public boolean isLastAttempt() {
        TaskContext task = TaskContext.get();
        return task == null || task.attemptNumber() + 1 >= maxAttempts;
    }

    /** Made anew for each task. */
    public Tools tools() {
        Limits usual = Limits.DEFAULT;
        Part10Reader reader = new Part10Reader(new Limits(
                firstRead,
                usual.headerBytes(),
                usual.valueBytes(),
                usual.depth(),
                usual.elements(),
                usual.inflateRatio()));
        Archives archives = new Archives(reader, ArchiveLimits.DEFAULT);
        Sources sources = sources(archives);
        return new Tools(
                sources, archives, new ObjectReader(sources, reader), new HeaderMapping(extra, deidentification()));
    }

    private Sources sources(Archives archives) {
        List<SourceProvider> providers = new ArrayList<>();
        Sources sources = new Sources(() -> providers, source -> source);
        providers.add(new ArchiveProvider(sources, archives));
        providers.add(new HadoopProvider(configuration(), firstRead));
        providers.add(new FileProvider());
        return sources;
    }

    /** How metadata are de-identified. */
    public Deidentification deidentification() {
        return switch (privacy) {
            case KEEP -> Deidentification.keep();
            case PSEUDONYMISE -> Deidentification.pseudonymise(privacyKey);
            case DROP -> Deidentification.drop();
        };
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "settings of tasks";
    }
}
