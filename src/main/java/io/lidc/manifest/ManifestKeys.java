package io.lidc.manifest;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.SecretKey;
import java.nio.file.Path;

/** Settings of run manifests. */
public final class ManifestKeys {
    public static final Key<Path> DIRECTORY = Key.directory(
            "manifest.directory",
            "outputs/runs",
            "Where each run leaves its manifest: one JSON file a run, and a list of what the database holds.");
    public static final Key<Boolean> ENABLED = Key.flag(
            "manifest.enabled",
            false,
            "Whether the service leaves a manifest after each run that stored something (route manifest), as lidc ingest does."
                    + " Each reads the UIDs and digests of all instances.");
    public static final SecretKey SIGNING_KEY = SecretKey.of(
            "MANIFEST_SIGNING_KEY",
            "manifest.signing-key-file",
            "The Ed25519 private key that signs manifests, in PKCS #8 as PEM. Without one, they are not signed.");

    public static final KeyGroup GROUP = KeyGroup.of("Manifests", DIRECTORY, ENABLED, SIGNING_KEY);

    private ManifestKeys() {}
}
