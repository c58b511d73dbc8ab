package io.lidc.manifest;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.manifest.RunManifest.Held;
import io.lidc.manifest.RunManifest.Versions;
import io.lidc.model.RunSummary;
import io.lidc.store.jdbc.ReadTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Leaves the manifest of a run: what it came to and what the database holds, signed where there is a key. */
public final class ManifestWriter {
    private static final String SCHEMA_VERSION =
            "select version from flyway_schema_history where version is not null order by installed_rank desc limit 1";

    private final DataSource dataSource;
    private final Path directory;
    private final String configurationSha256;
    private final Signing signing;

    /**
     * Of a database whose schema is in place, as the settings say.
     *
     * @throws UsageException when the key of the settings is no Ed25519 key
     */
    public ManifestWriter(DataSource dataSource, Settings settings) throws UsageException {
        this.dataSource = dataSource;
        this.directory = settings.get(ManifestKeys.DIRECTORY);
        this.configurationSha256 = ConfigurationDigest.of(settings);
        this.signing = Signing.by(settings.secret(ManifestKeys.SIGNING_KEY));
    }

    /**
     * Writes it and gives its path. A run that stored nothing refers to the list of an earlier one, where that still holds.
     *
     * @throws IOException when the folder cannot be written
     * @throws SQLException when the database cannot be read
     */
    public Path write(RunSummary summary) throws SQLException, IOException {
        Files.createDirectories(directory);
        RunManifest manifest;
        try (ReadTransaction transaction = ReadTransaction.of(dataSource)) {
            Connection connection = transaction.connection();
            manifest = RunManifest.of(
                    summary, versions(connection), configurationSha256, held(connection, summary.runId()));
        }
        byte[] json = manifest.json();
        Path file = directory.resolve(summary.runId() + ".json");
        if (signing.hasKey()) {
            put(Signing.file(file), signing.sign(json));
        }
        put(file, json);
        return file;
    }

    private Held held(Connection connection, String runId) throws SQLException, IOException {
        EarlierManifests earlier = EarlierManifests.of(connection, directory);
        Held same = earlier.stillHolds();
        return same != null ? same : list(connection, runId, earlier.storedByAllRuns());
    }

    private Held list(Connection connection, String runId, long storedByAllRuns) throws SQLException, IOException {
        Path list = directory.resolve(runId + ".instances.gz");
        Path unfinished = directory.resolve(runId + ".instances.gz.part");
        Holdings holdings;
        try (InstanceList.Writer lines = InstanceList.write(unfinished)) {
            holdings = Holdings.read(connection, lines::write);
        }
        Files.move(unfinished, list, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Held(
                holdings.instances(), holdings.sha256(), list.getFileName().toString(), storedByAllRuns);
    }

    private static Versions versions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA_VERSION)) {
            return new Versions(
                    ManifestWriter.class.getPackage().getImplementationVersion(),
                    System.getProperty("java.version"),
                    row.next() ? row.getString(1) : null);
        }
    }

    /** In one step: whoever reads the file meanwhile has nothing or the whole. */
    private static void put(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
