package io.lidc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentificationStateTest {
    private static final String KEY = "a key for this test";

    @ParameterizedTest
    @ValueSource(strings = {"keep", "drop", "pseudonymise:0123456789abcdef"})
    void readsWhatItWrites(String text) {
        assertThat(DeidentificationState.parse(text).map(DeidentificationState::text))
                .contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KEEP", "pseudonymise", "pseudonymise:", "drop:0123456789abcdef", "keep\n"})
    void readsNothingElse(String text) {
        assertThat(DeidentificationState.parse(text)).isEmpty();
    }

    @Test
    void isTheSameForOneKey() {
        assertThat(state(KEY)).isEqualTo(state(KEY));
    }

    @Test
    void differsForTwoKeys() {
        assertThat(state(KEY)).isNotEqualTo(state("another key for this"));
    }

    @Test
    void tellsNothingOfTheKey() {
        assertThat(state(KEY).text()).matches("pseudonymise:[0-9a-f]{16}").doesNotContain(KEY);
    }

    @Test
    void isNoPseudonymOfAValue() {
        assertThat(Deidentification.pseudonymise(KEY).text(0x0010_0020, "fingerprint\0of the key of pseudonyms"))
                .doesNotStartWith(state(KEY).keyFingerprint());
    }

    @ParameterizedTest
    @CsvSource({
        "keep, keep, true",
        "keep, drop, true",
        "keep, pseudonymise:0000000000000001, true",
        "drop, keep, false",
        "drop, drop, true",
        "drop, pseudonymise:0000000000000001, false",
        "pseudonymise:0000000000000001, keep, false",
        "pseudonymise:0000000000000001, drop, true",
        "pseudonymise:0000000000000001, pseudonymise:0000000000000001, true",
        "pseudonymise:0000000000000001, pseudonymise:0000000000000002, false",
    })
    void becomesWhatStillCanBeMadeOfIt(String from, String to, boolean can) {
        assertThat(read(from).canBecome(read(to))).isEqualTo(can);
    }

    private static DeidentificationState read(String text) {
        return DeidentificationState.parse(text).orElseThrow();
    }

    private static DeidentificationState state(String key) {
        return Deidentification.pseudonymise(key).state();
    }
}
