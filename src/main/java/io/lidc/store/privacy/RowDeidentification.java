package io.lidc.store.privacy;

import io.lidc.metadata.Deidentification;
import io.lidc.metadata.DeidentificationState;
import io.lidc.metadata.StoredValues;
import io.lidc.store.jdbc.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * De-identifies the rows of a database, so that they are as if they had been ingested so. It says first what it is about, so that
 * nobody writes meanwhile; each batch of instances and series is one transaction with the place that it came to, studies and patients
 * together are one: cut off at any point and executed again it goes on from there, and treats no row twice.
 */
public final class RowDeidentification {
    private static final int ROWS_AT_A_TIME = 1_000;

    private final Transactions transactions;
    private final DeidentificationState target;
    private final RowPrivacy privacy;
    private final int rowsAtATime;

    /** @param values rewrites stored values in the same way */
    public RowDeidentification(DataSource dataSource, Deidentification deidentification, StoredValues values) {
        this(dataSource, deidentification, values, ROWS_AT_A_TIME);
    }

    RowDeidentification(
            DataSource dataSource, Deidentification deidentification, StoredValues values, int rowsAtATime) {
        this.transactions = new Transactions(dataSource);
        this.target = deidentification.state();
        this.privacy = new RowPrivacy(deidentification, values);
        this.rowsAtATime = rowsAtATime;
    }

    /**
     * Does it, or what is left of it.
     *
     * @throws IllegalStateException where the rows are in a state that cannot become this one
     */
    public DeidentifiedRows execute() throws SQLException {
        DeidentifiedRows rows = start() ? rewriteAll() : unchanged();
        erase();
        return rows;
    }

    private DeidentifiedRows rewriteAll() throws SQLException {
        long instances = rewrite(privacy.instances());
        long series = rewrite(privacy.series());
        return finish(instances, series);
    }

    /** Whether there is anything to do. */
    private boolean start() throws SQLException {
        return transactions.write(transaction -> {
            Connection connection = transaction.connection();
            RecordedPrivacy.of(DeidentificationState.KEPT).writeIfAbsent(connection);
            RecordedPrivacy recorded = RecordedPrivacy.read(connection).orElseThrow();
            boolean resumed = !recorded.complete() && recorded.state().equals(target);
            if (!resumed && !(recorded.complete() && recorded.state().canBecome(target))) {
                throw new IllegalStateException(recorded.text() + " cannot become " + target.text());
            }
            if (recorded.complete() && recorded.state().equals(target)) {
                transaction.commit();
                return false;
            }
            if (!resumed) {
                RecordedPrivacy.of(target).incomplete().write(connection);
            }
            transaction.commit();
            return true;
        });
    }

    private long rewrite(Rewriting rewriting) throws SQLException {
        long changed = 0;
        Rewriting.Page page;
        do {
            page = transactions.write(transaction -> {
                Connection connection = transaction.connection();
                String after = DeidentificationProgress.of(connection, rewriting.table());
                Rewriting.Page next = rewriting.page(connection, after, rowsAtATime);
                if (next.last() != null) {
                    DeidentificationProgress.write(connection, rewriting.table(), next.last());
                }
                transaction.commit();
                return next;
            });
            changed += page.changed();
        } while (page.last() != null);
        return changed;
    }

    private DeidentifiedRows finish(long instances, long series) throws SQLException {
        return transactions.write(transaction -> {
            Connection connection = transaction.connection();
            long studies = 0;
            String after = "";
            while (after != null) {
                Rewriting.Page page = privacy.studies().page(connection, after, rowsAtATime);
                studies += page.changed();
                after = page.last();
            }
            long before = new PatientMerge(connection, privacy, rowsAtATime).execute();
            DeidentificationProgress.delete(connection);
            RecordedPrivacy.of(target).write(connection);
            long patients = count(connection);
            transaction.commit();
            return new DeidentifiedRows(instances, series, studies, before, patients);
        });
    }

    private DeidentifiedRows unchanged() throws SQLException {
        long patients = transactions.read((connection, dialect) -> count(connection));
        return new DeidentifiedRows(0, 0, 0, patients, patients);
    }

    private static long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from patient");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What was rewritten is still in free pages of a file. */
    private void erase() throws SQLException {
        transactions.read((connection, dialect) -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : dialect.erasure()) {
                    statement.execute(sql);
                }
            }
            return null;
        });
    }
}
