package io.lidc.store.privacy;

import io.lidc.metadata.DeidentificationState;
import io.lidc.store.jdbc.Dialect;
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
        Optional<String> text = SettingTable.get(connection, NAME);
        return text.isPresent() ? Optional.of(parse(text.get())) : Optional.empty();
    }

    /**
     * Makes sure that rows of this state may be written until the transaction ends. A database that says nothing takes any.
     *
     * @throws OtherPrivacyException where the database says that its rows are in another state
     */
    public static void require(Connection connection, Dialect dialect, DeidentificationState state)
            throws SQLException {
        String query = "select value from database_setting where name = '" + NAME + "'" + dialect.sharedLock();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            if (rows.next() && !rows.getString(1).equals(of(state).text())) {
                throw new OtherPrivacyException(parse(rows.getString(1)));
            }
        }
    }

    void write(Connection connection) throws SQLException {
        SettingTable.set(connection, NAME, text());
    }

    /** Of several processes that start at once, the first one decides. */
    void writeIfAbsent(Connection connection) throws SQLException {
        SettingTable.setIfAbsent(connection, NAME, text());
    }
}
