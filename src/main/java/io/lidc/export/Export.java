package io.lidc.export;

import io.lidc.config.UsageException;
import io.lidc.store.jdbc.ReadTransaction;
import io.lidc.store.schema.DocumentedTable;
import io.lidc.store.schema.DocumentedTable.Field;
import io.lidc.store.schema.DocumentedTable.Type;
import io.lidc.store.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes all tables and views of a database into a folder, as they are at one moment, with a data dictionary. */
public final class Export {
    private static final Set<String> WITH_MODALITY = Set.of("instance", "series", "series_summary", "series_overview");

    private final DataSource dataSource;
    private final ExportFormat format;
    private final Selection selection;
    private final AtomicLong rows = new AtomicLong();

    /**
     * Of a database whose schema is in place.
     *
     * @param condition SQL over the columns of instance, series, study and patient, that chooses instances; null for all
     */
    public Export(DataSource dataSource, ExportFormat format, String condition) {
        this.dataSource = dataSource;
        this.format = format;
        this.selection = new Selection(condition);
    }

    /** How many rows have been written so far. */
    public long rows() {
        return rows.get();
    }

    /**
     * Writes the folder, which appears when it is complete.
     *
     * @param folder that does not exist, or is empty
     * @return how many rows each table has
     * @throws UsageException when the folder holds something, or the condition is no SQL
     * @throws IOException when the folder cannot be written
     * @throws SQLException when the database cannot be read
     */
    public Map<String, Long> write(Path folder) throws UsageException, SQLException, IOException {
        Path target = folder.toAbsolutePath();
        requireEmpty(target);
        Files.createDirectories(target.getParent());
        Path unfinished = Files.createDirectory(target.resolveSibling(
                target.getFileName() + ".part-" + ProcessHandle.current().pid()));
        try {
            Map<String, Long> written = writeTables(unfinished);
            writeDictionary(unfinished.resolve("columns.csv"));
            Files.deleteIfExists(target);
            Files.move(unfinished, target);
            return written;
        } catch (UsageException | SQLException | IOException | RuntimeException e) {
            delete(unfinished);
            throw e;
        }
    }

    private static void requireEmpty(Path folder) throws UsageException, IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new UsageException(folder + " is not empty: name a folder that does not exist");
            }
        }
    }

    private Map<String, Long> writeTables(Path folder) throws UsageException, SQLException, IOException {
        Map<String, Long> written = new LinkedHashMap<>();
        try (ReadTransaction transaction = ReadTransaction.of(dataSource)) {
            transaction.refuseWrites();
            Connection connection = transaction.connection();
            tryCondition(connection);
            for (DocumentedTable table : Schema.ALL) {
                long before = rows.get();
                write(table, folder, connection);
                written.put(table.name(), rows.get() - before);
            }
        }
        return written;
    }

    private void tryCondition(Connection connection) throws UsageException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(selection.trial()).close();
        } catch (SQLException e) {
            throw new UsageException("the database does not take the condition: " + e.getMessage(), e);
        }
    }

    private void write(DocumentedTable table, Path folder, Connection connection) throws SQLException, IOException {
        boolean divided = format == ExportFormat.PARQUET && WITH_MODALITY.contains(table.name());
        TableRows all = new TableRows(table, selection.of(table.name()), divided);
        if (divided) {
            try (Partitions partitions = new Partitions(folder.resolve(table.name()), format, table.columns())) {
                copy(all, connection, partitions::write);
            }
        } else {
            Path file = folder.resolve(table.name() + "." + format.extension());
            try (RowWriter writer = format.open(file, table.columns())) {
                copy(all, connection, (row, modality) -> writer.write(row));
            }
        }
    }

    private void copy(TableRows all, Connection connection, TableRows.Consumer target)
            throws SQLException, IOException {
        try (WriteBehind behind = new WriteBehind(target)) {
            all.read(connection, (row, modality) -> {
                behind.accept(row, modality);
                rows.incrementAndGet();
            });
            behind.flush();
        }
    }

    /** Every column of every table: what it means, in which unit, and which attribute it holds. */
    private static void writeDictionary(Path file) throws IOException {
        List<Field> columns = Stream.of("table", "column", "type", "unit", "keyword", "tag", "meaning")
                .map(name -> new Field(name, "", "", 0, Type.TEXT))
                .toList();
        try (RowWriter writer = new CsvRowWriter(file, columns)) {
            for (DocumentedTable table : Schema.ALL) {
                for (Field column : table.columns()) {
                    writer.write(List.of(
                            table.name(),
                            column.name(),
                            ColumnDescription.type(column),
                            column.unit(),
                            column.keyword(),
                            ColumnDescription.tag(column),
                            column.meaning()));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }
}
