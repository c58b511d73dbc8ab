package io.lidc.source.parquet;

import io.lidc.metadata.Columns;
import io.lidc.model.Extraction;
import io.lidc.model.Instance;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** The objects that tables in Parquet tell of: instances, then what is set aside. No object is opened. */
final class ParquetSource implements Source {
    private static final String SUPERSEDED = "SUPERSEDED";

    private final String uri;
    private final ParquetFiles files;

    ParquetSource(String uri, ParquetFiles files) {
        this.uri = uri;
        this.files = files;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public Iterator<ObjectReference> list() {
        try {
            return new Objects();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Objects implements Iterator<ObjectReference>, Closeable {
        private final DescribedEntities entities = new DescribedEntities(files);
        private final Iterator<Path> instances = files.of("instance").iterator();
        private final Iterator<Path> setAside = files.of("set_aside").iterator();
        private Stream<ParquetRow> file = Stream.empty();
        private Iterator<ParquetRow> rows = Collections.emptyIterator();
        private boolean areInstances = true;
        private ObjectReference next;

        Objects() throws IOException {}

        @Override
        public boolean hasNext() {
            while (next == null && (rows.hasNext() || openNext())) {
                next = rows.hasNext() ? reference(rows.next()) : null;
            }
            return next != null;
        }

        private boolean openNext() {
            file.close();
            areInstances = instances.hasNext();
            Iterator<Path> table = areInstances ? instances : setAside;
            if (!table.hasNext()) {
                return false;
            }
            try {
                file = ParquetRow.read(table.next());
                rows = file.iterator();
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Null for a past state. */
        private ObjectReference reference(ParquetRow row) {
            Location location = new Location(
                    row.text("source_uri"), row.number("size", Location.UNKNOWN_SIZE), row.textOrEmpty("version"));
            Extraction extraction = areInstances ? instance(row, location) : setAside(row, location);
            return extraction == null ? null : new ObjectReference(location, new ObjectReference.Extracted(extraction));
        }

        private Extraction instance(ParquetRow row, Location location) {
            Instance instance = new Instance(
                    row.text("sop_instance_uid"),
                    row.text("transfer_syntax_uid"),
                    row.text("header_digest"),
                    row.text("warnings"),
                    row.text("extra"),
                    row.attributes(Columns.INSTANCE));
            return new Extraction.Read(location, entities.metadata(instance, row.text("series_instance_uid")), 0);
        }

        private static Extraction setAside(ParquetRow row, Location location) {
            String name = row.text("outcome");
            if (SUPERSEDED.equals(name)) {
                return null;
            }
            Outcome outcome = Outcome.valueOf(name);
            String message = row.text("message");
            return switch (outcome) {
                case DUPLICATE, CONFLICT ->
                    new Extraction.Copy(
                            location,
                            outcome,
                            message,
                            row.text("sop_instance_uid"),
                            row.text("series_instance_uid"),
                            row.text("header_digest"));
                case SKIPPED -> new Extraction.Skipped(location, message, 0);
                default ->
                    new Extraction.Unreadable(
                            location, outcome, row.text("error_code"), row.number("error_offset", -1), message, 0);
            };
        }

        @Override
        public ObjectReference next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ObjectReference reference = next;
            next = null;
            return reference;
        }

        @Override
        public void close() {
            file.close();
        }
    }

    /** Of the tables' own settings; null where they hold none. */
    static String setting(ParquetFiles files, String name) throws IOException {
        for (Path file : files.of("database_setting")) {
            try (Stream<ParquetRow> rows = ParquetRow.read(file)) {
                List<ParquetRow> found =
                        rows.filter(row -> name.equals(row.text("name"))).toList();
                if (!found.isEmpty()) {
                    return found.get(0).text("value");
                }
            }
        }
        return null;
    }
}
