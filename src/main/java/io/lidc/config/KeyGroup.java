package io.lidc.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one module, in the order in which config/application.properties has them.
 *
 * @param title heading of the section
 * @param comment on all of the keys; empty where each speaks for itself
 */
public record KeyGroup(String title, String comment, List<Entry> entries) {

    /** Keys that no comment joins. */
    public static KeyGroup of(String title, Entry... entries) {
        return new KeyGroup(title, "", List.of(entries));
    }

    /** The same keys, with what is to be said on all of them. */
    public KeyGroup withComment(String comment) {
        return new KeyGroup(title, comment, entries);
    }

    /** Every key of the file, the files of secrets among them. */
    public List<Key<?>> keys() {
        return entries.stream().<Key<?>>map(Entry::key).toList();
    }

    Stream<SecretKey> secrets() {
        return entries.stream().filter(SecretKey.class::isInstance).map(SecretKey.class::cast);
    }
}
