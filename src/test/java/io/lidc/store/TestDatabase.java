package io.lidc.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** The databases that behave alike. */
public enum TestDatabase {
    SQLITE {
        @Override
        public String create(Path folder) {
            return "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
        }
    },
    POSTGRESQL {
        @Override
        public String create(Path folder) throws SQLException {
            return TestServer.createDatabase();
        }
    };

    /** The URL of a new, empty database; one that is a file lies in the folder. */
    public abstract String create(Path folder) throws SQLException;

    /** A new database with the newest schema. */
    public HikariDataSource open(Path folder) throws SQLException {
        return Database.open(create(folder), Credentials.NONE);
    }
}
