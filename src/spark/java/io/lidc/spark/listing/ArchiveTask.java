package io.lidc.spark.listing;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.spark.ExecutorSettings;
import io.lidc.spark.ObjectReading;
import io.lidc.spark.ObjectRows;
import io.lidc.spark.ObjectSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Lists what archives hold. Entries of a zip or tar file are left to other tasks, which open each at its position; what passes by in a
 * stream, in a tar.gz or in an archive within another, is read here.
 */
final class ArchiveTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final ExecutorSettings settings;

    ArchiveTask(ExecutorSettings settings) {
        this.settings = settings;
    }

    /** One archive as a source. */
    private record Archive(ObjectReference object) implements Source {
        @Override
        public String uri() {
            return object.location().uri();
        }

        @Override
        public Iterator<ObjectReference> list() {
            return List.of(object).iterator();
        }
    }

    @Override
    public Iterator<Row> call(Iterator<Row> archives) {
        return new Entries(archives, settings.tools());
    }

    private final class Entries implements Iterator<Row> {
        private final Iterator<Row> archives;
        private final ExecutorSettings.Tools tools;
        private final ObjectReading reading;
        private Iterator<ObjectReference> objects = List.<ObjectReference>of().iterator();
        private byte[] archive;
        private long index;

        Entries(Iterator<Row> archives, ExecutorSettings.Tools tools) {
            this.archives = archives;
            this.tools = tools;
            this.reading = new ObjectReading(tools, settings.isLastAttempt());
            // Also of a task that fails in the middle of an archive.
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close());
        }

        @Override
        public boolean hasNext() {
            while (!objects.hasNext() && archives.hasNext()) {
                close();
                Row next = archives.next();
                archive = next.getAs("object_order");
                index = 0;
                ObjectReference object = ObjectReference.at(
                        new Location(next.getAs("source_uri"), next.<Long>getAs("size"), next.getAs("version")));
                objects = tools.archives()
                        .expand(new Archive(object), tools.sources())
                        .list();
            }
            return objects.hasNext();
        }

        @Override
        public Row next() {
            ObjectReference object = objects.next();
            byte[] order = Order.ofEntry(archive, index++);
            if (object.content() instanceof ObjectReference.Unread) {
                Object[] row = new Object[ObjectSchema.OBJECT.length()];
                Row listed = ObjectRows.listed(order, ObjectSchema.UNREAD, object.location(), object.hint());
                for (int i = 0; i < listed.length(); i++) {
                    row[i] = listed.get(i);
                }
                return RowFactory.create(row);
            }
            Extraction extraction = reading.read(object);
            return ObjectRows.of(order, extraction);
        }

        private void close() {
            if (objects instanceof Closeable open) {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
