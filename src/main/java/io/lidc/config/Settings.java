package io.lidc.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The settings in force. Options of the command line win over environment variables, these over config/application.properties,
 * and that over the defaults of the keys.
 */
public final class Settings {
    private final Path home;
    private final Map<Key<?>, Value<?>> values;
    private final Map<SecretKey, String> secrets;

    private Settings(Path home, Map<Key<?>, Value<?>> values, Map<SecretKey, String> secrets) {
        this.home = home;
        this.values = values;
        this.secrets = secrets;
    }

    private record Value<T>(Key<T> key, T value) {
        static <T> Value<T> of(Key<T> key, Inputs inputs) throws UsageException {
            return new Value<>(key, inputs.value(key));
        }

        String text() {
            return key.format(value);
        }
    }

    /**
     * Reads and checks the settings.
     *
     * @param home the folder that holds config/ and routes/
     * @param groups all keys there are
     * @param options what the command line sets, as text
     * @throws UsageException naming the key that is wrong or unknown, where it stands, and what is allowed
     */
    public static Settings load(
            Path home, List<KeyGroup> groups, Map<String, String> environment, Map<Key<?>, String> options)
            throws UsageException {
        List<Key<?>> keys =
                groups.stream().flatMap(group -> group.keys().stream()).toList();
        SettingsFile file = SettingsFile.read(home.resolve("config/application.properties"));
        new KnownKeys(keys).check(file);
        KnownKeys.check(environment);
        Inputs inputs = new Inputs(options, environment, file);
        Map<Key<?>, Value<?>> values = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            values.put(key, Value.of(key, inputs));
        }
        Map<SecretKey, String> secrets = new HashMap<>();
        for (SecretKey secret : groups.stream().flatMap(KeyGroup::secrets).toList()) {
            secrets.put(secret, secret.read(environment, inputs.value(secret.key())));
        }
        return new Settings(home, values, secrets);
    }

    /** The folder that holds config/ and routes/. */
    public Path home() {
        return home;
    }

    /**
     * The value in force, never null.
     *
     * @throws IllegalArgumentException when the key is in none of the groups
     */
    @SuppressWarnings("unchecked") // Each key is there with a value of its own type.
    public <T> T get(Key<T> key) {
        return ((Value<T>) known(key, values.get(key))).value;
    }

    /**
     * A secret; empty where none is configured.
     *
     * @throws IllegalArgumentException when it is in none of the groups
     */
    public String secret(SecretKey key) {
        return known(key, secrets.get(key));
    }

    /** All but the secrets, as the routes and the wiring name them, with the folder of the configuration as {@code lidc.home}. */
    public Properties toProperties() {
        Properties properties = new Properties();
        values.forEach((key, value) -> properties.setProperty(key.name(), value.text()));
        properties.setProperty("lidc.home", home.toString());
        return properties;
    }

    private static <V> V known(Entry key, V value) {
        if (value == null) {
            throw new IllegalArgumentException("no group has the key " + key);
        }
        return value;
    }
}
