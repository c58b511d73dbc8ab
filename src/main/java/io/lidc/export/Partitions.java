package io.lidc.export;

import io.lidc.store.schema.DocumentedTable.Field;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a table, a folder for each modality: {@code instance/modality=CT/part-0.parquet}. */
final class Partitions implements AutoCloseable {
    /** How Hive, Spark and others name the folder of rows without a value. */
    private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

    /** Each holds rows in memory. */
    private static final int MAX_OPEN = 6;

    /** File systems allow 255. */
    private static final int MAX_NAME = 200;

    private final Path folder;
    private final ExportFormat format;
    private final List<Field> columns;
    private final int left;
    private final Map<String, RowWriter> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> parts = new HashMap<>();

    /** @param columns of the table; the modality is left out, as the folders have it */
    Partitions(Path folder, ExportFormat format, List<Field> columns) {
        this.folder = folder;
        this.format = format;
        this.columns = new ArrayList<>(columns);
        left = columns.stream().map(Field::name).toList().indexOf("modality");
        if (left >= 0) {
            this.columns.remove(left);
        }
    }

    void write(List<Object> row, String modality) throws IOException {
        if (left >= 0) {
            row.remove(left);
        }
        writer(modality == null || modality.isEmpty() ? NO_VALUE : modality).write(row);
    }

    private RowWriter writer(String modality) throws IOException {
        RowWriter writer = open.get(modality);
        if (writer == null) {
            if (open.size() == MAX_OPEN) {
                String oldest = open.keySet().iterator().next();
                open.remove(oldest).close();
            }
            int part = parts.merge(modality, 1, Integer::sum) - 1;
            Path partition = folder.resolve("modality=" + folderName(modality));
            Files.createDirectories(partition);
            writer = format.open(partition.resolve("part-" + part + "." + format.extension()), columns);
            open.put(modality, writer);
        }
        return writer;
    }

    /** A value of a header names a folder: nothing but letters, digits and a few signs gets through. */
    private static String folderName(String modality) {
        String name = URLEncoder.encode(modality, StandardCharsets.UTF_8).replace("+", "%20");
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (RowWriter writer : open.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
