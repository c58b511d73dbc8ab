package io.lidc.source.parquet;

import io.lidc.dicom.ByteSource;
import io.lidc.metadata.DeidentificationState;
import io.lidc.model.Location;
import io.lidc.source.Source;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;

/** {@code parquet:FOLDER}: the objects that a snapshot of the Spark job, or an export, tells of. They keep their own locations. */
public final class ParquetProvider implements SourceProvider {
    /** What its URIs start with. */
    public static final String SCHEME = "parquet:";

    private final DeidentificationState privacy;

    /** @param privacy how the metadata have to be de-identified, as those of the database are */
    public ParquetProvider(DeidentificationState privacy) {
        this.privacy = privacy;
    }

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(SCHEME);
    }

    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        Path folder = Path.of(uri.substring(SCHEME.length())).toAbsolutePath().normalize();
        ParquetFiles files = ParquetFiles.in(folder);
        String recorded = ParquetSource.setting(files, "privacy");
        String theirs = recorded == null ? DeidentificationState.KEPT.text() : recorded;
        if (!theirs.equals(privacy.text())) {
            throw new FileNotFoundException("what " + folder + " holds is de-identified as " + theirs
                    + ", and privacy.patient asks for " + privacy.text());
        }
        return new ParquetSource(SCHEME + folder, files);
    }

    /** The objects have locations of their own. */
    @Override
    public ByteSource open(Location location) throws IOException {
        throw new SourceException(SourceError.NOT_KEPT, "tables hold metadata only");
    }
}
