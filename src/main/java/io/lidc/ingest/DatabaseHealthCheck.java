package io.lidc.ingest;

import io.lidc.store.jdbc.Database;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Readiness: down while the database does not answer. The process itself is well then, so liveness is not asked. */
public final class DatabaseHealthCheck extends AbstractHealthCheck {
    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource dataSource;

    /** A check of the database that chunks are stored in. */
    public DatabaseHealthCheck(DataSource dataSource) {
        super("lidc", "database");
        this.dataSource = dataSource;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(TIMEOUT_SECONDS)) {
                builder.down().message("the database does not answer");
            } else if (isDeleted(connection)) {
                builder.down().message("the file of the database was deleted");
            } else {
                builder.up();
            }
        } catch (SQLException e) {
            builder.down().message("the database does not answer").error(e);
        }
    }

    /** SQLite goes on with a file that has been deleted, and calls its connections valid. */
    private static boolean isDeleted(Connection connection) throws SQLException {
        return Database.file(connection.getMetaData().getURL())
                .filter(Files::notExists)
                .isPresent();
    }
}
