package io.lidc.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** The settings in force: options of the command line over environment variables over config/application.properties. */
public final class Settings {
    /** While one waits for the disk, another works: cold files come in two thirds of the time that one a processor takes. */
    private static final int READERS_PER_PROCESSOR = 6;

    private final Path home;
    private final Map<Setting, String> values;
    private final Secrets secrets;

    private Settings(Path home, Map<Setting, String> values, Secrets secrets) {
        this.home = home;
        this.values = values;
        this.secrets = secrets;
    }

    /**
     * Reads and checks the settings.
     *
     * @param home the folder that holds config/ and routes/
     * @param options what the command line sets
     * @throws UsageException naming the key that is wrong, missing or unknown
     */
    public static Settings load(Path home, Map<String, String> environment, Map<Setting, String> options)
            throws UsageException {
        Properties file = read(home.resolve("config/application.properties"));
        refuseUnknown(file);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = environment.getOrDefault(setting.environmentVariable(), file.getProperty(setting.key()));
            value = options.getOrDefault(setting, value);
            value = value == null ? null : value.strip();
            setting.check(value);
            values.put(setting, value);
        }
        return new Settings(home, values, Secrets.read(values, environment));
    }

    /** The folder that holds config/ and routes/. */
    public Path home() {
        return home;
    }

    /** The value in force. */
    public String get(Setting setting) {
        return values.get(setting);
    }

    /** What must not be told: apart from the other settings, so that none of it reaches routes or messages. */
    public Secrets secrets() {
        return secrets;
    }

    /** The value in force of a setting that is a whole number of up to 64 bits. */
    public long longNumber(Setting setting) {
        return Long.parseLong(get(setting));
    }

    /** The value in force of a setting that is a whole number. */
    public int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    /** All of them, as the routes and the wiring name them. */
    public Properties toProperties() {
        Properties properties = new Properties();
        values.forEach((setting, value) -> properties.setProperty(setting.key(), value));
        properties.setProperty("lidc.home", home.toString());
        if (get(Setting.INGEST_READERS).equals("auto")) {
            properties.setProperty(
                    Setting.INGEST_READERS.key(),
                    Integer.toString(
                            READERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()));
        }
        return properties;
    }

    private static Properties read(Path file) throws UsageException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("cannot read the settings, " + file + ": " + e, e);
        }
    }

    private static void refuseUnknown(Properties file) throws UsageException {
        for (String key : file.stringPropertyNames()) {
            boolean known = key.startsWith("camel.");
            for (Setting setting : Setting.values()) {
                known |= setting.key().equals(key);
            }
            if (!known) {
                throw new UsageException("the setting " + key + " is unknown");
            }
        }
    }
}
