package io.lidc.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * config/application.properties, in the syntax of {@link Properties}, with the line of each key. Of a key that stands twice,
 * the last line counts.
 */
record SettingsFile(Path path, Map<String, Line> lines) {

    /** The value of a key, and the number of the line where it starts, from 1. */
    record Line(String value, int number) {}

    /** @throws UsageException when there is no such file, or a line is malformed */
    static SettingsFile read(Path path) throws UsageException {
        Map<String, Line> lines = new LinkedHashMap<>();
        int number = 1;
        for (List<String> logical : logicalLines(path)) {
            Properties property = parse(logical, path, number);
            for (String name : property.stringPropertyNames()) {
                lines.put(name, new Line(property.getProperty(name), number));
            }
            number += logical.size();
        }
        return new SettingsFile(path, lines);
    }

    /** Where a line stands, for messages. */
    String place(Line line) {
        return path + ", line " + line.number;
    }

    /** The lines of the file; one that ends in a backslash together with those that go on with it. */
    private static List<List<String>> logicalLines(Path path) throws UsageException {
        List<List<String>> logicalLines = new ArrayList<>();
        boolean goesOn = false;
        try {
            for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
                if (!goesOn) {
                    logicalLines.add(new ArrayList<>());
                }
                logicalLines.get(logicalLines.size() - 1).add(line);
                goesOn = (goesOn || !isComment(line)) && endsInOpenBackslash(line);
            }
            return logicalLines;
        } catch (IOException e) {
            throw new UsageException("cannot read the settings, " + path + ": " + e, e);
        }
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#") || line.stripLeading().startsWith("!");
    }

    private static boolean endsInOpenBackslash(String line) {
        int backslashes = 0;
        while (line.endsWith("\\".repeat(backslashes + 1))) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Properties parse(List<String> logicalLine, Path path, int number) throws UsageException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(String.join("\n", logicalLine)));
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("cannot read the settings, " + path + ", line " + number + ": " + e, e);
        }
    }
}
