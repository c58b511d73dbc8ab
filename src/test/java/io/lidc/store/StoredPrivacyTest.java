package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredPrivacyTest {
    private static final StoredPrivacy KEEP = new StoredPrivacy("keep", "");
    private static final StoredPrivacy PSEUDONYMS = new StoredPrivacy("pseudonymize", "c0ffee");

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private MetadataStore store;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
        store = new MetadataStore(dataSource);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void isUnknownOfANewDatabase() throws SQLException {
        assertThat(store.privacy()).isEmpty();
    }

    @Test
    void isWhatWasSaidFirst() throws SQLException {
        store.privacyOr(PSEUDONYMS);

        assertThat(store.privacyOr(KEEP)).isEqualTo(PSEUDONYMS);
    }

    @Test
    void isWhatWasSet() throws SQLException {
        store.privacyOr(KEEP);
        store.setPrivacy(PSEUDONYMS);

        assertThat(store.privacy()).contains(PSEUDONYMS);
    }
}
