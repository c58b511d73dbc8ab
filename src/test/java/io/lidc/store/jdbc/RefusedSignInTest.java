package io.lidc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.MetadataStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLTransientException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that asks for passwords. */
class RefusedSignInTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role guarded login password 'right'");
            var row = statement.executeQuery("show hba_file");
            row.next();
            Path rules = Path.of(row.getString(1));
            Files.writeString(rules, "host all guarded all scram-sha-256\n" + Files.readString(rules));
            statement.execute("select pg_reload_conf()");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void isNoOutageWhenTheDatabaseIsOpened(String password) {
        Throwable thrown = catchThrowable(() -> Database.open(url(), new Credentials("guarded", password)));

        assertThat(thrown).isNotInstanceOf(SQLTransientException.class).hasMessageContaining("password");
    }

    @Test
    void isNoOutageInTheMiddleOfTheWork() throws Exception {
        try (HikariDataSource dataSource = Database.unopened(url(), new Credentials("guarded", "wrong"))) {
            dataSource.setInitializationFailTimeout(-1);
            Throwable thrown = catchThrowable(() -> new MetadataStore(dataSource).begin("run-1", "file:///"));

            assertThat(thrown)
                    .isNotInstanceOf(SQLTransientException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static String url() {
        return server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
    }
}
