package io.lidc.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Commits whose answer got lost with the connection. PostgreSQL remembers for some time what became of a transaction
 * (pg_xact_status), so that a chunk is neither stored twice nor counted twice.
 */
final class UncertainCommits {
    private record Attempt(String transactionId, CommittedChunk committed) {}

    private final Map<ReadChunk, Attempt> attempts = new ConcurrentHashMap<>();

    /** A commit that failed, or seemed to. */
    void add(ReadChunk chunk, String transactionId, CommittedChunk committed) {
        attempts.put(chunk, new Attempt(transactionId, committed));
    }

    /**
     * What the chunk came to, if its last attempt did commit.
     *
     * @throws SQLException with the state 08007, transaction resolution unknown, while the server is still about it
     */
    Optional<CommittedChunk> settle(Connection connection, ReadChunk chunk) throws SQLException {
        Attempt attempt = attempts.isEmpty() ? null : attempts.get(chunk);
        if (attempt == null) {
            return Optional.empty();
        }
        String status = status(connection, attempt.transactionId);
        if ("in progress".equals(status)) {
            throw new SQLException("the last commit is still under way", "08007");
        }
        attempts.remove(chunk);
        return "committed".equals(status) ? Optional.of(attempt.committed) : Optional.empty();
    }

    private static String status(Connection connection, String transactionId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_xact_status(cast(? as xid8))")) {
            statement.setString(1, transactionId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
