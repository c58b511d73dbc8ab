package io.lidc.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One setting: its name in config/application.properties, its default, what it may be, and what it means. Modules declare
 * theirs as constants; a key is known by its identity.
 *
 * @param <T> of the value in force, see {@link Settings#get}
 */
public final class Key<T> implements Entry {
    private final String name;
    private final String defaultText;
    private final ValueType<T> type;
    private final String meaning;
    private final String formerName;

    private Key(String name, String defaultText, ValueType<T> type, String meaning, String formerName) {
        this.name = name;
        this.defaultText = defaultText;
        this.type = type;
        this.meaning = meaning;
        this.formerName = formerName;
        type.parse(defaultText);
    }

    /**
     * A key whose values only its module knows.
     *
     * @param defaultText as it would stand in the file
     * @param meaning prose for the file; its first sentence stands alone in tables
     * @throws IllegalArgumentException when the type does not allow the default
     */
    public static <T> Key<T> of(String name, String defaultText, ValueType<T> type, String meaning) {
        return new Key<>(name, defaultText, type, meaning.strip().replaceAll("\\s+", " "), "");
    }

    /** A whole number of up to 32 bits. */
    public static Key<Integer> wholeNumber(String name, int defaultValue, int min, int max, String meaning) {
        return of(name, Integer.toString(defaultValue), ValueType.wholeNumber(min, max), meaning);
    }

    /** A whole number of up to 64 bits: bytes. */
    public static Key<Long> longNumber(String name, long defaultValue, long min, long max, String meaning) {
        return of(name, Long.toString(defaultValue), ValueType.longNumber(min, max), meaning);
    }

    /** A share, 0 to 1. */
    public static Key<Double> share(String name, double defaultValue, String meaning) {
        return of(name, Double.toString(defaultValue), ValueType.share(), meaning);
    }

    /** {@code true} or {@code false}. */
    public static Key<Boolean> flag(String name, boolean defaultValue, String meaning) {
        return of(name, Boolean.toString(defaultValue), ValueType.flag(), meaning);
    }

    /**
     * Any text that passes a test.
     *
     * @param allowed in words, as of "it must be …"
     */
    public static Key<String> text(
            String name, String defaultValue, String allowed, Predicate<String> valid, String meaning) {
        return of(name, defaultValue, ValueType.text(allowed, valid), meaning);
    }

    /** One of an enum's constants, in lower case with hyphens. */
    public static <E extends Enum<E>> Key<E> choice(String name, E defaultValue, String meaning) {
        ValueType<E> type = ValueType.choice(defaultValue.getDeclaringClass());
        return of(name, type.format(defaultValue), type, meaning);
    }

    /** A whole number of milliseconds. */
    public static Key<Duration> milliseconds(String name, long defaultValue, long min, long max, String meaning) {
        return of(name, Long.toString(defaultValue), ValueType.duration(ChronoUnit.MILLIS, min, max), meaning);
    }

    /** A whole number of seconds. */
    public static Key<Duration> seconds(String name, long defaultValue, long min, long max, String meaning) {
        return of(name, Long.toString(defaultValue), ValueType.duration(ChronoUnit.SECONDS, min, max), meaning);
    }

    /** The path of a folder. */
    public static Key<Path> directory(String name, String defaultValue, String meaning) {
        return of(name, defaultValue, ValueType.path("a folder"), meaning);
    }

    /** The path of a folder, or nothing. */
    public static Key<Optional<Path>> optionalDirectory(String name, String meaning) {
        return of(name, "", ValueType.optional(ValueType.path("a folder")), meaning);
    }

    /** The path of a file, or nothing. */
    public static Key<Optional<Path>> optionalFile(String name, String meaning) {
        return of(name, "", ValueType.optional(ValueType.path("a file")), meaning);
    }

    /** An http or https URL. */
    public static Key<URI> url(String name, String defaultValue, String meaning) {
        return of(name, defaultValue, ValueType.url(), meaning);
    }

    /** The same key, which had another name in an earlier release. */
    public Key<T> renamedFrom(String formerName) {
        return new Key<>(name, defaultText, type, meaning, formerName);
    }

    @Override
    public Key<T> key() {
        return this;
    }

    /** Its name in the file: {@code database.retries}. */
    public String name() {
        return name;
    }

    /** The environment variable that wins over the file: {@code DATABASE_RETRIES}. */
    public String environmentVariable() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The default as it stands in the file. */
    public String defaultText() {
        return defaultText;
    }

    /** What it may be, in words, as of "it must be …". */
    public String allowed() {
        return type.allowed();
    }

    /** What it is for: sentences on one line. */
    public String meaning() {
        return meaning;
    }

    /** Empty where it has always had this one. */
    String formerName() {
        return formerName;
    }

    /** @throws IllegalArgumentException when the text is not what this key allows */
    T parse(String text) {
        return type.parse(text);
    }

    /** A value as routes see it. */
    String format(T value) {
        return type.format(value);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
