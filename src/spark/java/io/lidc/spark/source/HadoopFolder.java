package io.lidc.spark.source;

import io.lidc.model.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** What lies in a folder of a file system of Hadoop's. */
public final class HadoopFolder {
    private HadoopFolder() {}

    /**
     * What was found.
     *
     * @param files each with an ETag as its version where the store has them, else with its time of modification in nanoseconds
     * @param folders URIs
     */
    public record Content(List<Location> files, List<String> folders) {}

    /**
     * Lists a folder; of a file, the file itself.
     *
     * @throws IOException when it cannot be listed
     */
    public static Content list(Configuration configuration, String uri) throws IOException {
        Path path = ObjectUri.path(uri);
        Content content = new Content(new ArrayList<>(), new ArrayList<>());
        try {
            FileSystem fileSystem = path.getFileSystem(configuration);
            RemoteIterator<FileStatus> entries = fileSystem.listStatusIterator(path);
            while (entries.hasNext()) {
                FileStatus entry = entries.next();
                String location = ObjectUri.of(entry.getPath());
                if (entry.isDirectory()) {
                    content.folders.add(location);
                } else {
                    content.files.add(new Location(location, entry.getLen(), version(entry)));
                }
            }
            return content;
        } catch (IOException e) {
            throw HadoopFailure.of(e);
        }
    }

    private static String version(FileStatus file) {
        String etag = file instanceof EtagSource source ? source.getEtag() : null;
        return etag == null || etag.isEmpty() ? file.getModificationTime() + "000000" : etag.replace("\"", "");
    }
}
