package io.lidc.store;

import io.lidc.metadata.DeidentificationState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How the rows of a database are de-identified, as its table of settings has it.
 *
 * @param complete false while the rows that were there are being brought into this state
 */
public record RecordedPrivacy(DeidentificationState state, boolean complete) {
    private static final String NAME = "privacy";
    private static final String INCOMPLETE = "incomplete ";
    private static final String INSERT =
            "insert into database_setting (name, value) values (?, ?) on conflict (name) do ";

    static RecordedPrivacy of(DeidentificationState state) {
        return new RecordedPrivacy(state, true);
    }

    RecordedPrivacy incomplete() {
        return new RecordedPrivacy(state, false);
    }

    /** Such as {@code drop}, or {@code incomplete pseudonymise:0123456789abcdef}. */
    String text() {
        return (complete ? "" : INCOMPLETE) + state.text();
    }

    private static RecordedPrivacy parse(String text) throws SQLException {
        boolean complete = !text.startsWith(INCOMPLETE);
        return DeidentificationState.parse(complete ? text : text.substring(INCOMPLETE.length()))
                .map(state -> new RecordedPrivacy(state, complete))
                .orElseThrow(() -> new SQLException(
                        "the database is de-identified in a way that this release does not know: " + text));
    }

    static Optional<RecordedPrivacy> read(Connection connection) throws SQLException {
        return read(connection, "");
    }

    /** Until the transaction ends, nobody changes it. */
    static Optional<RecordedPrivacy> hold(Connection connection, Dialect dialect) throws SQLException {
        return read(connection, dialect.sharedLock());
    }

    private static Optional<RecordedPrivacy> read(Connection connection, String lock) throws SQLException {
        String query = "select value from database_setting where name = '" + NAME + "'" + lock;
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(parse(rows.getString(1))) : Optional.empty();
        }
    }

    void write(Connection connection) throws SQLException {
        execute(connection, "update set value = excluded.value");
    }

    /** Of several processes that start at once, the first one decides. */
    void writeIfAbsent(Connection connection) throws SQLException {
        execute(connection, "nothing");
    }

    private void execute(Connection connection, String onConflict) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT + onConflict)) {
            statement.setString(1, NAME);
            statement.setString(2, text());
            statement.executeUpdate();
        }
    }
}
