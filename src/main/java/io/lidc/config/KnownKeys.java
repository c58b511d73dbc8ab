package io.lidc.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which lines of the file may be there. The program owns the names that share their first word with one of its keys; the
 * rest is Camel's, or belongs to routes of the user's own.
 */
final class KnownKeys {
    /** Camel then reads that file in the place of ours: no route is found, and nothing says so. */
    private static final Set<String> IN_OUR_PLACE =
            Set.of("camel.component.properties.location", "camel.component.properties.locations");

    private final List<Key<?>> keys;
    private final Set<String> names;
    private final Set<String> ownedWords;

    KnownKeys(List<Key<?>> keys) {
        this.keys = keys;
        names = keys.stream().map(Key::name).collect(Collectors.toSet());
        ownedWords = names.stream().map(KnownKeys::firstWord).collect(Collectors.toSet());
    }

    /** @throws UsageException naming the first line that must not be there, and the key that was meant */
    void check(SettingsFile file) throws UsageException {
        for (Map.Entry<String, SettingsFile.Line> line : file.lines().entrySet()) {
            String name = line.getKey();
            String place = file.place(line.getValue());
            if (IN_OUR_PLACE.contains(name.toLowerCase(Locale.ROOT))) {
                throw new UsageException(
                        "the key " + name + " (" + place + ") would have Camel read another file in the"
                                + " place of this one, and no route would start: add your keys to this file");
            }
            if (ownedWords.contains(firstWord(name)) && !names.contains(name)) {
                throw new UsageException("the setting " + name + " is unknown (" + place + ")"
                        + meant(name).map(key -> "; did you mean " + key + "?").orElse(""));
            }
        }
    }

    /** The key that had this name once, else the nearest by the letters, unless more than half of them differ. */
    private Optional<Key<?>> meant(String name) {
        Optional<Key<?>> renamed =
                keys.stream().filter(key -> key.formerName().equals(name)).findFirst();
        return renamed.or(() -> keys.stream()
                .min(Comparator.comparingInt(key -> EditDistance.of(name, key.name())))
                .filter(key -> EditDistance.of(name, key.name()) <= name.length() / 2));
    }

    private static String firstWord(String name) {
        return name.replaceFirst("\\..*", "");
    }
}
