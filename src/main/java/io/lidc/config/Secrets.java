package io.lidc.config;

import io.lidc.metadata.Deidentification;
import io.lidc.store.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What must not be told. It comes from environment variables that are no settings, or from files such as Kubernetes mounts.
 *
 * @param database who signs in to the database
 * @param privacyKey the key of pseudonyms; empty where there is none
 * @param graphClient the secret of the application that reads SharePoint; empty where there is none
 * @param pushToken what clients that push must show; empty where there is none
 * @param pushKeystore the password of the TLS key; empty where there is none
 */
public record Secrets(
        Credentials database, String privacyKey, String graphClient, String pushToken, String pushKeystore) {
    private static final int LEAST_KEY_LENGTH = 16;

    public static Secrets read(Map<Setting, String> settings, Map<String, String> environment) throws UsageException {
        String password = secret("DATABASE_PASSWORD", Setting.DATABASE_PASSWORD_FILE, settings, environment);
        String key = secret("PRIVACY_KEY", Setting.PRIVACY_KEY_FILE, settings, environment);
        return new Secrets(
                new Credentials(settings.get(Setting.DATABASE_USER), password),
                key,
                secret("GRAPH_CLIENT_SECRET", Setting.GRAPH_CLIENT_SECRET_FILE, settings, environment),
                secret("PUSH_TOKEN", Setting.PUSH_TOKEN_FILE, settings, environment),
                secret("PUSH_TLS_PASSWORD", Setting.PUSH_TLS_PASSWORD_FILE, settings, environment));
    }

    /** The treatment of patients' attributes that the settings ask for. */
    public Deidentification patientPrivacy(String treatment) throws UsageException {
        return switch (treatment) {
            case "pseudonymise" -> Deidentification.pseudonymise(sufficientKey());
            case "drop" -> Deidentification.drop();
            default -> Deidentification.keep();
        };
    }

    private String sufficientKey() throws UsageException {
        if (privacyKey.length() < LEAST_KEY_LENGTH) {
            throw new UsageException(
                    "privacy.patient is pseudonymise, which needs a key of at least " + LEAST_KEY_LENGTH
                            + " characters: in the environment variable PRIVACY_KEY, or in the file of "
                            + Setting.PRIVACY_KEY_FILE.key());
        }
        return privacyKey;
    }

    private static String secret(
            String variable, Setting file, Map<Setting, String> settings, Map<String, String> environment)
            throws UsageException {
        String value = environment.get(variable);
        if (value != null || settings.get(file).isEmpty()) {
            return value == null ? "" : value;
        }
        try {
            return Files.readString(Path.of(settings.get(file)), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UsageException("cannot read the file of " + file.key() + ": " + e, e);
        }
    }

    /** Nothing of it: secrets may stand in a log by accident. */
    @Override
    public String toString() {
        return "Secrets[]";
    }
}
