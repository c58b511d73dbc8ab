package io.lidc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void takesCredentialsOutOfTheUrl() {
        DatabaseUrl parsed = DatabaseUrl.parse("jdbc:postgresql://host/lidc?ssl=true&user=u&password=p%26q");

        assertThat(parsed)
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://host/lidc?ssl=true", new Credentials("u", "p&q")));
    }

    @Test
    void leavesAUrlWithoutParametersAlone() {
        assertThat(DatabaseUrl.parse("jdbc:sqlite:a.db").url()).isEqualTo("jdbc:sqlite:a.db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/lidc?user=u&password=secret",
                "jdbc:postgresql://host/lidc?sslpassword=secret&ssl=true",
                "postgresql://u:secret@host/lidc",
                "Password=secret"
            })
    void hidesSecrets(String text) {
        assertThat(DatabaseUrl.redacted(text)).doesNotContain("secret").contains("***");
    }

    @Test
    void refusesAUserBeforeTheHostWithoutRepeatingIt() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://u:secret@host/lidc", Credentials.NONE))
                .hasMessageContaining("DATABASE_PASSWORD")
                .hasMessageNotContaining("secret");
    }

    @Test
    void showsNoPasswordAsText() {
        assertThat(new Credentials("u", "secret").toString()).doesNotContain("secret");
    }
}
