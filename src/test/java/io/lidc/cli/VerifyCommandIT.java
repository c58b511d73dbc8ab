package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.manifest.ManifestKeys;
import io.lidc.testing.Home;
import io.lidc.testing.ZippedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path sample;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder);
        sample = Home.sample(folder);
    }

    @Test
    void findsTheDatabaseOfAZipFileEqualToThatOfItsFolder() throws IOException {
        Path manifest = ingest(sample, "one");
        ingest(ZippedFolder.write(sample, folder.resolve("zip/sample.zip")), "other");

        Home.Result result = verify(manifest, "other");

        assertThat(result.out()).startsWith("equal: 210 instances");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void endsWithACodeOfItsOwnWhereADatabaseDiffers() throws IOException {
        Path manifest = ingest(sample, "one");
        ingest(sample.resolve("SAMPLE-0001"), "other");

        Home.Result result = verify(manifest, "other");

        assertThat(result.out()).startsWith("different: the manifest has 210 instances, the database 54");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void listsNoMoreThanItIsAskedFor() throws IOException {
        Path manifest = ingest(sample, "one");
        ingest(sample.resolve("SAMPLE-0001"), "other");

        assertThat(home.run("verify", manifest, "--limit", "2", "--out", folder.resolve("other"))
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("2.25.")))
                .hasSize(2);
    }

    @Test
    void refusesAFileThatIsNoManifest() throws IOException {
        ingest(sample, "one");

        assertThat(verify(Files.writeString(folder.resolve("any.json"), "{}"), "one")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void acceptsAManifestThatWasSigned() throws Exception {
        KeyPair keys = sign();
        Path manifest = ingest(sample, "one");

        assertThat(verify(manifest, "one", "--public-key", file("public", keys.getPublic()))
                        .exitCode())
                .isZero();
    }

    @Test
    void refusesAManifestThatWasChangedSince() throws Exception {
        KeyPair keys = sign();
        Path manifest = ingest(sample, "one");
        Files.writeString(manifest, Files.readString(manifest).replace("COMPLETED", "STOPPED"));

        Home.Result result = verify(manifest, "one", "--public-key", file("public", keys.getPublic()));

        assertThat(result.err()).contains("is not signed with the key");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void namesTheManifestAfterTheRun() throws IOException {
        assertThat(home.run("ingest", sample, "--out", folder.resolve("one")).out())
                .containsPattern("manifest: .*/one/runs/\\d{8}T\\d{6}Z-[0-9a-f]{6}\\.json");
    }

    /** Gives the manifest of the run. */
    private Path ingest(Path source, String out) throws IOException {
        String json = home.run("ingest", source, "--out", folder.resolve(out), "--json")
                .out();
        return Path.of(new ObjectMapper().readTree(json).get("manifest").asText());
    }

    private Home.Result verify(Path manifest, String out, Object... options) {
        Object[] arguments = {"verify", manifest, "--out", folder.resolve(out)};
        return home.run(Stream.concat(Stream.of(arguments), Stream.of(options)).toArray());
    }

    private KeyPair sign() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        home.set(
                ManifestKeys.SIGNING_KEY.key(),
                file("private", keys.getPrivate()).toString());
        return keys;
    }

    private Path file(String name, Key key) throws IOException {
        String kind = name.toUpperCase(Locale.ROOT) + " KEY";
        return Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END " + kind + "-----\n");
    }
}
