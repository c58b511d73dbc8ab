package io.lidc.spark;

import io.lidc.model.Extraction;
import io.lidc.spark.source.ObjectUri;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/** Reads the headers of listed objects. Where they come over a network, several are on their way at a time. */
final class ReadTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int ORDER = 0;
    private static final int URI = 2;

    private final ExecutorSettings settings;

    ReadTask(ExecutorSettings settings) {
        this.settings = settings;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> listed) {
        ObjectReading reading = new ObjectReading(settings.tools(), settings.isLastAttempt());
        return new Objects(listed, reading, settings.readers());
    }

    private static Row read(Row listed, ObjectReading reading) {
        Extraction extraction = reading.read(ObjectRows.reference(listed));
        return ObjectRows.of(listed.getAs(ORDER), extraction);
    }

    /** In the order in which they are listed. */
    private static final class Objects implements Iterator<Row> {
        private final Iterator<Row> listed;
        private final ObjectReading reading;
        private final int readers;
        private final Deque<Future<Row>> underWay = new ArrayDeque<>();
        private ExecutorService threads;

        Objects(Iterator<Row> listed, ObjectReading reading, int readers) {
            this.listed = listed;
            this.reading = reading;
            this.readers = readers;
        }

        @Override
        public boolean hasNext() {
            return !underWay.isEmpty() || listed.hasNext();
        }

        @Override
        public Row next() {
            while (listed.hasNext() && underWay.size() < readers) {
                Row row = listed.next();
                String uri = row.getString(URI);
                if (ObjectUri.isLocal(uri.startsWith("archive:") ? uri.substring(8) : uri) && underWay.isEmpty()) {
                    return read(row, reading);
                }
                underWay.add(threads().submit(() -> read(row, reading)));
            }
            try {
                return underWay.remove().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while objects were read", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }

        private ExecutorService threads() {
            if (threads == null) {
                threads = Executors.newFixedThreadPool(readers);
                TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> threads.shutdownNow());
            }
            return threads;
        }
    }
}
