package io.lidc.source.parquet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of tables in a folder: a file {@code TABLE.parquet} or a folder {@code TABLE}, in which there may be a folder for each
 * modality.
 *
 * @param folder of a snapshot or an export
 */
record ParquetFiles(Path folder) {
    /** In the folder of the Spark job's output: names the snapshot that counts. */
    private static final String CURRENT = "_current";

    /** Written after all others. */
    private static final String LAST = "database_setting";

    private static final String PARQUET = ".parquet";
    private static final String MODALITY = "modality=";
    /** How Hive, Spark and others name the folder of rows without a value. */
    private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

    /**
     * The tables that a folder holds, or that the snapshot holds which counts there.
     *
     * @throws FileNotFoundException when there are none, in words for the person who named it
     */
    static ParquetFiles in(Path folder) throws IOException {
        Path pointer = folder.resolve(CURRENT);
        ParquetFiles files = new ParquetFiles(
                Files.exists(pointer) ? folder.resolve(Files.readString(pointer).strip()) : folder);
        if (files.of("instance").isEmpty() && files.of("set_aside").isEmpty()) {
            throw new FileNotFoundException("no tables in Parquet: " + folder);
        }
        if (files.of(LAST).isEmpty()) {
            throw new FileNotFoundException("the tables are not complete, " + LAST + " is missing: " + folder);
        }
        return files;
    }

    /** The files of a table, in the order of their names; none where the table is absent. */
    List<Path> of(String table) throws IOException {
        Path file = folder.resolve(table + PARQUET);
        if (Files.isRegularFile(file)) {
            return List.of(file);
        }
        Path divided = folder.resolve(table);
        if (!Files.isDirectory(divided)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(divided)) {
            return files.filter(each -> isData(each.getFileName().toString()) && !isUnfinished(divided, each))
                    .sorted()
                    .toList();
        }
    }

    /** Tasks of a job write below {@code _temporary}. */
    private static boolean isUnfinished(Path table, Path file) {
        for (Path name : table.relativize(file)) {
            if (name.toString().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isData(String name) {
        return name.endsWith(PARQUET) && !name.startsWith("_") && !name.startsWith(".");
    }

    /** The modality that all rows of a file have; null where its folder names none. */
    static String modality(Path file) {
        String name = file.getParent().getFileName().toString();
        if (!name.startsWith(MODALITY) || name.endsWith(NO_VALUE)) {
            return null;
        }
        return URLDecoder.decode(name.substring(MODALITY.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
