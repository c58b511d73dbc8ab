package io.lidc.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * From the text of a setting to its value and back.
 *
 * @param allowed in words, as of "it must be …"
 * @param parser throws IllegalArgumentException for a text that is not allowed; its message is not used
 * @param formatter gives the text that routes see
 */
public record ValueType<T>(String allowed, Function<String, T> parser, Function<T, String> formatter) {

    /** Values whose {@code toString} is the text that routes see. */
    public ValueType(String allowed, Function<String, T> parser) {
        this(allowed, parser, String::valueOf);
    }

    /** Any text that passes a test. */
    public static ValueType<String> text(String allowed, Predicate<String> valid) {
        return new ValueType<>(allowed, text -> require(valid.test(text), text));
    }

    /** Whole numbers of up to 32 bits within bounds, both included. */
    public static ValueType<Integer> wholeNumber(int min, int max) {
        ValueType<Long> number = longNumber(min, max);
        return new ValueType<>(number.allowed, text -> Math.toIntExact(number.parse(text)));
    }

    /** Whole numbers of up to 64 bits within bounds, both included. */
    static ValueType<Long> longNumber(long min, long max) {
        String allowed = "a whole number from " + min + (max >= Long.MAX_VALUE - 1 ? "" : " to " + max);
        return new ValueType<>(allowed, text -> {
            long number = Long.parseLong(text);
            return require(number >= min && number <= max, number);
        });
    }

    static ValueType<Double> share() {
        return new ValueType<>("a number from 0 to 1", text -> {
            double share = Double.parseDouble(text);
            return require(share >= 0 && share <= 1, share);
        });
    }

    static ValueType<Boolean> flag() {
        return new ValueType<>(
                "true or false", text -> require(Set.of("true", "false").contains(text), Boolean.valueOf(text)));
    }

    static <E extends Enum<E>> ValueType<E> choice(Class<E> choices) {
        Function<E, String> format =
                choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String allowed = Arrays.stream(choices.getEnumConstants()).map(format).collect(Collectors.joining(", "));
        return new ValueType<>(
                allowed.replaceFirst(", ([^,]*)$", " or $1"),
                text -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> format.apply(choice).equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                format);
    }

    static ValueType<Duration> duration(ChronoUnit unit, long min, long max) {
        ValueType<Long> number = longNumber(min, max);
        return new ValueType<>(
                number.allowed,
                text -> Duration.of(number.parse(text), unit),
                duration -> Long.toString(duration.dividedBy(unit.getDuration())));
    }

    static ValueType<Path> path(String allowed) {
        return new ValueType<>(allowed, text -> Path.of(require(!text.isEmpty(), text)));
    }

    /** The http or https URL of something on a server. */
    static ValueType<URI> url() {
        return new ValueType<>("an http(s) URL", text -> URI.create(require(text.matches("https?://[^/].*"), text)));
    }

    /** The http or https URL of a server, without a path. */
    public static ValueType<URI> server() {
        return new ValueType<>(
                "the http(s) URL of a server", text -> URI.create(require(text.matches("https?://[^/\\s]+/?"), text)));
    }

    /** What another type allows, or nothing. */
    public static <T> ValueType<Optional<T>> optional(ValueType<T> type) {
        return new ValueType<>(
                type.allowed + ", or nothing",
                text -> text.isEmpty() ? Optional.empty() : Optional.of(type.parse(text)),
                value -> value.map(type::format).orElse(""));
    }

    T parse(String text) {
        return parser.apply(text);
    }

    String format(T value) {
        return formatter.apply(value);
    }

    private static <V> V require(boolean valid, V value) {
        if (!valid) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
