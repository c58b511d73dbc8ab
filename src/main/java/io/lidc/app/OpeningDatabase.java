package io.lidc.app;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.store.jdbc.Database;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;

/** The database of the settings, being opened while the routes start: each takes a third of a second. */
public final class OpeningDatabase implements AutoCloseable {
    private final Settings settings;
    private final HikariDataSource dataSource;
    private final FutureTask<Void> opening;

    private OpeningDatabase(Settings settings, HikariDataSource dataSource) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.opening = new FutureTask<>(() -> {
            Database.prepare(dataSource);
            return null;
        });
    }

    /** @throws UsageException when the settings name none */
    public static OpeningDatabase of(Settings settings) throws UsageException {
        OpeningDatabase database = new OpeningDatabase(settings, ConfiguredDatabase.unopened(settings));
        new Thread(database.opening, "open-database").start();
        return database;
    }

    /** May be handed on at once, and asked for a connection only after {@link #await}. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Returns when it is open, its schema in place.
     *
     * @throws UsageException when it cannot be opened, or its rows are de-identified in another way than the settings say
     */
    public void await() throws UsageException, InterruptedException {
        try {
            opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException reason) {
                throw new UsageException(reason.getMessage(), reason);
            }
            throw new IllegalStateException(e.getCause());
        }
        PrivacyCheck.check(settings, dataSource);
    }

    @Override
    public void close() {
        try {
            opening.get();
        } catch (ExecutionException e) {
            // await has told, or another failure came first: there is nothing to close then but the pool.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dataSource.close();
    }
}
