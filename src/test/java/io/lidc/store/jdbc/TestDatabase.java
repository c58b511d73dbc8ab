package io.lidc.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
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

        @Override
        public String copy(String url, Path folder) throws IOException {
            String copy = create(folder);
            Files.copy(Sqlite.path(url), Sqlite.path(copy));
            return copy;
        }
    },
    POSTGRESQL {
        @Override
        public String create(Path folder) throws SQLException {
            return TestServer.createDatabase();
        }

        @Override
        public String copy(String url, Path folder) throws SQLException {
            return TestServer.copyDatabase(url);
        }
    };

    /** The URL of a new, empty database; one that is a file lies in the folder. */
    public abstract String create(Path folder) throws SQLException;

    /** The URL of a copy of a database that nobody has open. */
    public abstract String copy(String url, Path folder) throws SQLException, IOException;

    /** A new database with the newest schema. */
    public HikariDataSource open(Path folder) throws SQLException {
        return Database.open(create(folder), Credentials.NONE);
    }
}
