package io.lidc.spark.source;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/** Objects in a file system of Hadoop's, by positioned reads. Files of {@code file:} are the pipeline's own to open. */
public final class HadoopProvider implements SourceProvider {
    private final Configuration configuration;
    private final int firstRead;

    /** @param firstRead bytes that are asked for at first */
    public HadoopProvider(Configuration configuration, int firstRead) {
        this.configuration = configuration;
        this.firstRead = firstRead;
    }

    @Override
    public boolean handles(String uri) {
        return !uri.startsWith("archive:") && !ObjectUri.isLocal(uri);
    }

    /** Folders are listed by Spark, see {@link HadoopFolder}. */
    @Override
    public Source list(String uri, SourceOptions options) {
        throw new UnsupportedOperationException("folders are listed by tasks");
    }

    @Override
    public ByteSource open(Location location) throws IOException {
        Path path = ObjectUri.path(location.uri());
        try {
            FileSystem fileSystem = path.getFileSystem(configuration);
            FutureDataInputStreamBuilder opening =
                    fileSystem.openFile(path).opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, "random");
            long size = location.size();
            if (size < 0) {
                size = fileSystem.getFileStatus(path).getLen();
            }
            // Spares a request for it.
            opening.optLong(OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, size);
            FSDataInputStream stream = FutureIO.awaitFuture(opening.build());
            return new PositionedBytes(stream, size, firstRead);
        } catch (IOException e) {
            throw HadoopFailure.of(e);
        }
    }
}
