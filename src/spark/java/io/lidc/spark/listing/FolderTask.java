package io.lidc.spark.listing;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.SourceException;
import io.lidc.source.archive.Archives;
import io.lidc.source.folder.FolderLevel;
import io.lidc.spark.ExecutorSettings;
import io.lidc.spark.ObjectRows;
import io.lidc.spark.ObjectSchema;
import io.lidc.spark.TransientFailure;
import io.lidc.spark.source.HadoopFolder;
import io.lidc.spark.source.ObjectUri;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Lists folders, each for itself: rows of {@link ObjectSchema#LISTED} with the folders in it among them. */
final class FolderTask implements FlatMapFunction<Iterator<FolderItem>, Row> {
    private static final long serialVersionUID = 1L;

    private final ExecutorSettings settings;

    FolderTask(ExecutorSettings settings) {
        this.settings = settings;
    }

    @Override
    public Iterator<Row> call(Iterator<FolderItem> folders) {
        ExecutorSettings.Tools tools = settings.tools();
        List<Row> rows = new ArrayList<>();
        folders.forEachRemaining(folder -> {
            if (ObjectUri.isLocal(folder.uri())) {
                new LocalFolder(folder, tools, rows).list();
            } else {
                listRemote(folder, tools, rows);
            }
        });
        return rows.iterator();
    }

    private void listRemote(FolderItem folder, ExecutorSettings.Tools tools, List<Row> rows) {
        boolean isBucket = folder.uri().startsWith("s3") || folder.uri().startsWith("gs:");
        try {
            HadoopFolder.Content content = HadoopFolder.list(settings.configuration(), folder.uri());
            for (Location file : content.files()) {
                boolean isItself = file.uri().equals(folder.uri());
                byte[] order =
                        isItself ? folder.order() : Order.ofChild(folder.order(), ObjectUri.name(file.uri()), isBucket);
                rows.add(file(order, file));
            }
            for (String below : content.folders()) {
                byte[] order = Order.ofChild(folder.order(), ObjectUri.name(below), isBucket);
                rows.add(ObjectRows.listed(order, ObjectSchema.FOLDER, new Location(below, -1, ""), ""));
            }
        } catch (SourceException e) {
            TransientFailure.retry(e.code(), settings.isLastAttempt());
            rows.add(failure(folder.order(), unlisted(folder.uri(), e), tools));
        } catch (IOException e) {
            rows.add(failure(folder.order(), unlisted(folder.uri(), e), tools));
        }
    }

    private static Row file(byte[] order, Location file) {
        return ObjectRows.listed(
                order, Archives.isArchive(file.uri()) ? ObjectSchema.ARCHIVE : ObjectSchema.UNREAD, file, null);
    }

    /** In no state: what could not be listed is looked at again by each run. */
    private static ObjectReference unlisted(String uri, IOException reason) {
        return ObjectReference.unavailable(new Location(uri, Location.UNKNOWN_SIZE, "").inNoState(), reason);
    }

    private static Row failure(byte[] order, ObjectReference object, ExecutorSettings.Tools tools) {
        Extraction failure = tools.reader().read(object, (location, header, bytes, held) -> null);
        return ObjectRows.listedFailure(order, (Extraction.Unreadable) failure);
    }

    /** What tells a folder of a disk apart, by whatever path it is reached; empty where it cannot be told. */
    static String keyOf(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path.toRealPath().toString() : key.toString();
        } catch (IOException e) {
            // It is listed as unavailable.
            return "";
        }
    }

    /** A folder on a disk, by the rules of the pipeline's own walk. */
    private static final class LocalFolder {
        private final FolderItem folder;
        private final ExecutorSettings.Tools tools;
        private final List<Row> rows;
        private final List<Path> below = new ArrayList<>();

        LocalFolder(FolderItem folder, ExecutorSettings.Tools tools, List<Row> rows) {
            this.folder = folder;
            this.tools = tools;
            this.rows = rows;
        }

        void list() {
            Path root = Path.of(URI.create(folder.uri()));
            String above = folder.above() + keyOf(root) + "\n";
            Iterator<ObjectReference> objects = FolderLevel.list(root, below::add);
            while (objects.hasNext()) {
                addObject(objects.next());
            }
            below.forEach(path -> addFolder(path, above));
        }

        private void addObject(ObjectReference object) {
            String uri = object.location().uri();
            boolean isItself = uri.equals(folder.uri()) || (uri + "/").equals(folder.uri());
            byte[] order = isItself ? folder.order() : childOrder(uri);
            rows.add(
                    object.content() instanceof ObjectReference.Unread
                            ? file(order, object.location())
                            : failure(order, object, tools));
        }

        private void addFolder(Path path, String above) {
            String uri = path.toUri().toString();
            boolean link = Files.isSymbolicLink(path);
            String key = keyOf(path);
            if (link && Arrays.asList(above.split("\n")).contains(key)) {
                String linkUri = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
                rows.add(failure(
                        childOrder(uri), ObjectReference.unavailable(linkUri, new FileSystemLoopException("")), tools));
                return;
            }
            Location location = new Location(uri.endsWith("/") ? uri : uri + "/", -1, key);
            rows.add(ObjectRows.listed(
                    childOrder(uri), link ? ObjectSchema.LINK : ObjectSchema.FOLDER, location, above));
        }

        private byte[] childOrder(String uri) {
            return Order.ofChild(folder.order(), ObjectUri.name(uri), false);
        }
    }
}
