package io.lidc.manifest;

import io.lidc.config.UsageException;
import io.lidc.manifest.Difference.Kind;
import io.lidc.store.jdbc.ReadTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Holds a database against a manifest. */
public final class ManifestCheck {
    private static final String LOCATION = "select source_uri from instance where sop_instance_uid = ?";

    private final Path file;
    private final byte[] content;
    private final RunManifest manifest;

    private ManifestCheck(Path file, byte[] content, RunManifest manifest) {
        this.file = file;
        this.content = content;
        this.manifest = manifest;
    }

    /**
     * What a check came to.
     *
     * @param equal whether the database holds what the manifest says
     * @param expected instances of the manifest
     * @param held instances of the database
     * @param sha256 of what the database holds
     * @param counts differences by their kind; none where the manifest's list is not at hand
     * @param listed some of them
     */
    public record Result(
            boolean equal, long expected, long held, String sha256, Map<Kind, Long> counts, List<Difference> listed) {

        /** Whether the instances that differ are known. */
        public boolean isDetailed() {
            return equal || !counts.isEmpty();
        }
    }

    /** @throws UsageException when the file is no manifest, or cannot be read */
    public static ManifestCheck of(Path file) throws UsageException {
        try {
            byte[] content = Files.readAllBytes(file);
            return new ManifestCheck(file, content, RunManifest.parse(content));
        } catch (IOException e) {
            throw new UsageException("cannot read the manifest " + file + ": " + e.getMessage(), e);
        }
    }

    /** Whether the manifest was signed with the key whose public half is in a file, as PEM. */
    public boolean isSignedBy(Path publicKey) throws UsageException {
        return Signing.verifies(file, content, publicKey);
    }

    /** The file with the instances of the manifest, which names differences. */
    public Path list() {
        return file.resolveSibling(Path.of(manifest.held().list()).getFileName());
    }

    /**
     * Compares.
     *
     * @param limit how many differences are listed at the most
     * @throws IOException when the manifest's list is damaged
     */
    public Result against(DataSource dataSource, int limit) throws SQLException, IOException {
        try (ReadTransaction transaction = ReadTransaction.of(dataSource)) {
            Connection connection = transaction.connection();
            Holdings held = Holdings.read(connection, instance -> {});
            boolean equal = manifest.held().isOf(held);
            Map<Kind, Long> counts = new EnumMap<>(Kind.class);
            List<Difference> listed = new ArrayList<>();
            if (!equal && Files.exists(list())) {
                try (InstanceList expected = InstanceList.read(list());
                        HeldInstances instances = HeldInstances.of(connection)) {
                    Difference.between(expected, instances, difference -> {
                        counts.merge(difference.kind(), 1L, Long::sum);
                        if (listed.size() < limit) {
                            listed.add(difference);
                        }
                    });
                }
            }
            return new Result(
                    equal,
                    manifest.held().instances(),
                    held.instances(),
                    held.sha256(),
                    counts,
                    located(listed, connection));
        }
    }

    private static List<Difference> located(List<Difference> differences, Connection connection) throws SQLException {
        List<Difference> located = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCATION)) {
            for (Difference difference : differences) {
                statement.setString(1, difference.sopInstanceUid());
                try (ResultSet row = statement.executeQuery()) {
                    located.add(row.next() ? difference.at(row.getString(1)) : difference);
                }
            }
        }
        return located;
    }
}
