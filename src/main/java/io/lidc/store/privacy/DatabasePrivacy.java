package io.lidc.store.privacy;

import io.lidc.metadata.DeidentificationState;
import io.lidc.store.jdbc.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What a database says of how its rows are de-identified. Rows of two modes, or of two keys, must not stand in one database. */
public final class DatabasePrivacy {
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");
    private static final int LOOKED_AT = 1_000;

    private final Transactions transactions;

    /** Of a database whose schema is in place. */
    public DatabasePrivacy(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    /** What it says; empty where nobody has said anything yet. */
    public Optional<RecordedPrivacy> recorded() throws SQLException {
        return transactions.read((connection, dialect) -> RecordedPrivacy.read(connection));
    }

    /** Says how the rows are de-identified, unless somebody has; gives what holds. */
    public RecordedPrivacy recordedOr(DeidentificationState state) throws SQLException {
        return transactions.write(transaction -> {
            RecordedPrivacy.of(state).writeIfAbsent(transaction.connection());
            RecordedPrivacy recorded =
                    RecordedPrivacy.read(transaction.connection()).orElseThrow();
            transaction.commit();
            return recorded;
        });
    }

    /** Whether it holds no row of a patient or an instance. */
    public boolean isEmpty() throws SQLException {
        return transactions.read(
                (connection, dialect) -> isEmpty(connection, "patient") && isEmpty(connection, "instance"));
    }

    private static boolean isEmpty(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1 from " + table + " limit 1");
                ResultSet rows = statement.executeQuery()) {
            return !rows.next();
        }
    }

    /** Whether patients' IDs, as far as there are any, all have the form of pseudonyms. */
    public boolean looksPseudonymised() throws SQLException {
        String query = "select patient_id from patient where patient_id <> '' order by patient_id limit " + LOOKED_AT;
        return transactions.read((connection, dialect) -> {
            try (PreparedStatement statement = connection.prepareStatement(query);
                    ResultSet rows = statement.executeQuery()) {
                boolean any = false;
                while (rows.next()) {
                    any = true;
                    if (!PSEUDONYM.matcher(rows.getString(1)).matches()) {
                        return false;
                    }
                }
                return any;
            }
        });
    }
}
