package io.lidc.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Readiness: down while the database does not answer. The process itself is well then, so liveness is not asked. */
public final class DatabaseHealthCheck extends AbstractHealthCheck {
    private static final int PATIENCE_SECONDS = 2;

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
            if (connection.isValid(PATIENCE_SECONDS)) {
                builder.up();
            } else {
                builder.down().message("the database does not answer");
            }
        } catch (SQLException e) {
            builder.down().message("the database does not answer").error(e);
        }
    }
}
