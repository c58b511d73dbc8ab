package io.lidc.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Something that must not be told: in an environment variable of its own, or in a file, as Kubernetes mounts them, that a
 * key names. It never stands in config/application.properties itself.
 */
public final class SecretKey implements Entry {
    private final String variable;
    private final Key<Optional<Path>> file;

    private SecretKey(String variable, Key<Optional<Path>> file) {
        this.variable = variable;
        this.file = file;
    }

    /**
     * Declares one.
     *
     * @param variable the environment variable that holds it: {@code PUSH_TOKEN}
     * @param fileKey the key that names the file that holds it: {@code push.token-file}
     * @param meaning of the secret, prose for the file
     */
    public static SecretKey of(String variable, String fileKey, String meaning) {
        String places = " It is in the environment variable " + variable + ", or in the file that is named here.";
        return new SecretKey(variable, Key.optionalFile(fileKey, meaning.strip() + places));
    }

    @Override
    public Key<Optional<Path>> key() {
        return file;
    }

    /** Where it may be, for messages. */
    public String places() {
        return "in the environment variable " + variable + ", or in the file of " + file.name();
    }

    /**
     * Reads it; empty where none is configured.
     *
     * @throws UsageException when one is configured and blank, or its file cannot be read: what it guards must not stand open
     */
    String read(Map<String, String> environment, Optional<Path> path) throws UsageException {
        String value = environment.get(variable);
        if (value != null) {
            return notBlank(value, "the environment variable " + variable + " is set, and blank");
        }
        String fileVariable = environment.getOrDefault(file.environmentVariable(), "-");
        notBlank(fileVariable, "the environment variable " + file.environmentVariable() + " is set, and names no file");
        return path.isEmpty() ? "" : content(path.get());
    }

    private String content(Path path) throws UsageException {
        try {
            String value = Files.readString(path, StandardCharsets.UTF_8).strip();
            return notBlank(value, "the file of " + file.name() + ", " + path + ", is blank");
        } catch (IOException e) {
            throw new UsageException("cannot read the file of " + file.name() + ": " + e, e);
        }
    }

    private static String notBlank(String value, String message) throws UsageException {
        if (value.isBlank()) {
            throw new UsageException(message);
        }
        return value;
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return variable;
    }
}
