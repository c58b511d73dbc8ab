package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.DeidentificationState;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.metadata.StoredValues;
import io.lidc.store.privacy.DatabasePrivacy;
import io.lidc.store.privacy.DeidentifiedRows;
import io.lidc.store.privacy.RecordedPrivacy;
import io.lidc.store.privacy.RowDeidentification;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The setting {@code privacy.patient}, applied to rows that are stored already. */
public final class StoredRowsPrivacy {
    private final Settings settings;
    private final DataSource dataSource;
    private final DatabasePrivacy database;
    private final Deidentification deidentification;

    /** @throws UsageException when the mode of the settings needs a key, and there is none */
    public StoredRowsPrivacy(Settings settings, DataSource dataSource) throws UsageException {
        this.settings = settings;
        this.dataSource = dataSource;
        this.database = new DatabasePrivacy(dataSource);
        this.deidentification = PrivacyKeys.deidentification(settings);
    }

    /** The state of the settings, for a person. */
    public String target() {
        return PrivacyCheck.describe(deidentification.state());
    }

    /**
     * Brings the rows into the state of the settings; goes on where it was cut off.
     *
     * @throws UsageException where they are in a state that cannot become that one
     */
    public DeidentifiedRows apply() throws UsageException, SQLException {
        DeidentificationState target = deidentification.state();
        RecordedPrivacy recorded = database.recorded().orElse(null);
        if (recorded == null) {
            PrivacyCheck.refusePseudonyms(database);
        } else if (!recorded.complete() && !recorded.state().equals(target)) {
            PrivacyCheck.require(recorded, target);
        } else if (recorded.complete() && !recorded.state().canBecome(target)) {
            PrivacyCheck.require(recorded, target);
        }
        ExtraAttributes extra = ExtraAttributes.load(
                settings.home().resolve("config/attributes.yaml").toString());
        return new RowDeidentification(dataSource, deidentification, new StoredValues(extra, deidentification))
                .execute();
    }

    /**
     * Puts on record that the rows are in the state of the settings, and changes none.
     *
     * @throws UsageException where something is on record already
     */
    public void recordAsIs() throws UsageException, SQLException {
        if (database.recorded().isPresent()) {
            throw new UsageException("the database says already how its rows are de-identified: "
                    + PrivacyCheck.describe(database.recorded().get().state()));
        }
        database.recordedOr(deidentification.state());
    }
}
