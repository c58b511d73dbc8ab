package io.lidc.store;

import io.lidc.metadata.DeidentificationState;
import io.lidc.model.Location;
import io.lidc.store.jdbc.Transactions;
import io.lidc.store.privacy.OtherPrivacyException;
import io.lidc.store.privacy.RecordedPrivacy;
import io.lidc.store.privacy.SettingTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The column {@code extra} of the instances, for attributes that are asked for later. How far a pass over all rows has come is on
 * record, under the fingerprint of what is asked for: cut off at any point, the next pass goes on from there.
 */
public final class ExtraRows {
    private static final String ATTRIBUTES = "backfill.attributes";
    private static final String LAST = "backfill.last";
    private static final String PAGE = "select sop_instance_uid, source_uri, size, version, header_digest, extra"
            + " from instance where sop_instance_uid > ? order by sop_instance_uid limit ?";
    private static final String UPDATE =
            "update instance set extra = ? where sop_instance_uid = ? and header_digest = ?";

    private final Transactions transactions;
    private final DeidentificationState privacy;

    /**
     * Over a database whose schema is in place.
     *
     * @param privacy how what is written is de-identified
     */
    public ExtraRows(DataSource dataSource, DeidentificationState privacy) {
        this.transactions = new Transactions(dataSource);
        this.privacy = privacy;
    }

    /** A row, as far as it matters here. Without values in its text. */
    public record Row(String sopInstanceUid, Location location, String headerDigest, String extra) {
        @Override
        public String toString() {
            return "Row[" + sopInstanceUid + "]";
        }

        /** With more in {@code extra}. */
        public Row with(String completed) {
            return new Row(sopInstanceUid, location, headerDigest, completed);
        }
    }

    /** How many rows there are. */
    public long count() throws SQLException {
        return transactions.read((connection, dialect) -> {
            try (PreparedStatement statement = connection.prepareStatement("select count(*) from instance");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /**
     * Where a pass starts: after this SOP Instance UID; empty text for the first row, nothing where a pass for the same attributes has
     * come to its end.
     */
    public Optional<String> start(String fingerprint) throws SQLException {
        return transactions.read((connection, dialect) -> SettingTable.get(connection, ATTRIBUTES)
                        .filter(fingerprint::equals)
                        .isEmpty()
                ? Optional.of("")
                : SettingTable.get(connection, LAST));
    }

    /** The rows that follow one in the order of their UIDs; empty after the last. */
    public List<Row> page(String after, int limit) throws SQLException {
        return transactions.read((connection, dialect) -> {
            List<Row> page = new ArrayList<>(limit);
            try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
                statement.setString(1, after);
                statement.setInt(2, limit);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        page.add(new Row(
                                row.getString(1),
                                new Location(row.getString(2), row.getLong(3), row.getString(4)),
                                row.getString(5),
                                row.getString(6)));
                    }
                }
            }
            return page;
        });
    }

    /**
     * Writes the rows of a page that are completed, with the place that the pass has come to, in one transaction. A row whose header has
     * changed since the page was read stays as it is.
     *
     * @return how many were written
     * @throws OtherPrivacyException when the rows of the database have come to be de-identified in another way
     */
    public int write(List<Row> completed, String fingerprint, String last) throws SQLException {
        return transactions.write(transaction -> {
            Connection connection = transaction.connection();
            RecordedPrivacy.require(connection, transaction.dialect(), privacy);
            int written = 0;
            try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
                for (Row row : completed) {
                    statement.setString(1, row.extra());
                    statement.setString(2, row.sopInstanceUid());
                    statement.setString(3, row.headerDigest());
                    written += statement.executeUpdate();
                }
            }
            SettingTable.set(connection, ATTRIBUTES, fingerprint);
            SettingTable.set(connection, LAST, last);
            transaction.commit();
            return written;
        });
    }

    /** Puts on record that a pass has come to its end: complete, or to be made again from the first row. */
    public void end(String fingerprint, boolean complete) throws SQLException {
        transactions.write(transaction -> {
            Connection connection = transaction.connection();
            SettingTable.delete(connection, LAST);
            if (complete) {
                SettingTable.set(connection, ATTRIBUTES, fingerprint);
            } else {
                SettingTable.delete(connection, ATTRIBUTES);
            }
            transaction.commit();
            return null;
        });
    }
}
