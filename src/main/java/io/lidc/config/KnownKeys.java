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
    /** Camel then reads other files in the place of ours: no route is found, and nothing says so. */
    private static final List<String> REPLACING =
            List.of("camel.component.properties.location", "camel.component.properties.locations");

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
            if (REPLACING.contains(name.toLowerCase(Locale.ROOT))) {
                throw replacing(name, place);
            }
            if (ownedWords.contains(firstWord(name)) && !names.contains(name)) {
                throw new UsageException("the setting " + name + " is unknown (" + place + ")"
                        + meant(name).map(key -> "; did you mean " + key + "?").orElse(""));
            }
        }
    }

    /** @throws UsageException naming a variable that Camel must not see; what else is there is not ours to judge */
    static void check(Map<String, String> environment) throws UsageException {
        for (String name : REPLACING) {
            String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
            if (environment.containsKey(variable)) {
                throw replacing(name, "environment variable " + variable);
            }
        }
    }

    private static UsageException replacing(String name, String place) {
        return new UsageException(
                name + " (" + place + ") would replace config/application.properties, and no route would"
                        + " start: put your keys into that file");
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
