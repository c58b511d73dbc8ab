package io.lidc.config;

/** What a module declares in a {@link KeyGroup}: a key with its value, or a secret with the key that names its file. */
public sealed interface Entry permits Key, SecretKey {
    /** The key as it stands in config/application.properties. */
    Key<?> key();
}
