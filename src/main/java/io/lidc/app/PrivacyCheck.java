package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.metadata.DeidentificationState;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.store.privacy.DatabasePrivacy;
import io.lidc.store.privacy.RecordedPrivacy;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Whether rows that are de-identified as the settings say may join those of the database. */
final class PrivacyCheck {
    private static final String COMMAND = "lidc deidentify";

    private PrivacyCheck() {}

    /**
     * A new database records the state of the settings. Rows of a database without a record are taken for kept as they were, as
     * earlier releases recorded nothing.
     *
     * @throws UsageException naming both states and the way out, where the database is in another state
     */
    static void check(Settings settings, DataSource dataSource) throws UsageException {
        DeidentificationState configured =
                PrivacyKeys.deidentification(settings).state();
        try {
            DatabasePrivacy database = new DatabasePrivacy(dataSource);
            RecordedPrivacy recorded = database.recorded().orElse(null);
            if (recorded == null) {
                recorded = database.recordedOr(unrecorded(database, configured));
            }
            require(recorded, configured);
        } catch (SQLException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static DeidentificationState unrecorded(DatabasePrivacy database, DeidentificationState configured)
            throws SQLException, UsageException {
        if (database.isEmpty()) {
            return configured;
        }
        refusePseudonyms(database);
        return DeidentificationState.KEPT;
    }

    /** @throws UsageException where rows without a record look like pseudonyms, so that a mode would apply twice */
    static void refusePseudonyms(DatabasePrivacy database) throws SQLException, UsageException {
        if (database.looksPseudonymised()) {
            throw new UsageException(
                    "the database does not say how its rows are de-identified, and its patients look like"
                            + " pseudonyms; " + COMMAND
                            + " --as-is puts on record that they are in the mode, and under the key,"
                            + " of the settings");
        }
    }

    /** @throws UsageException where the database is in another state, or on the way to one */
    static void require(RecordedPrivacy recorded, DeidentificationState configured) throws UsageException {
        DeidentificationState present = recorded.state();
        if (!recorded.complete()) {
            throw new UsageException(COMMAND + " was cut off, or still runs, on the way to " + describe(present)
                    + "; run it again in that mode" + " (privacy.patient is now " + describe(configured) + ")");
        }
        if (!present.equals(configured)) {
            throw new UsageException("the rows of the database are de-identified by " + describe(present)
                    + ", and privacy.patient is " + describe(configured) + "; " + wayOut(present, configured));
        }
    }

    /** What can be done where rows in one state meet another in the settings. */
    static String wayOut(DeidentificationState present, DeidentificationState configured) {
        return present.canBecome(configured)
                ? COMMAND + " applies it to the rows that are there"
                : COMMAND + " cannot bring back what is gone: set privacy.patient to " + describe(present)
                        + ", or take another database and ingest again";
    }

    /** For a person, such as {@code pseudonymise (key 0123456789abcdef)}. */
    static String describe(DeidentificationState state) {
        String mode = state.mode().name().toLowerCase(Locale.ROOT);
        return state.keyFingerprint().isEmpty() ? mode : mode + " (key " + state.keyFingerprint() + ")";
    }
}
