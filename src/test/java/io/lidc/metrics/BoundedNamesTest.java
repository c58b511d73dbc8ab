package io.lidc.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedNamesTest {
    private final BoundedNames names = new BoundedNames(2);

    @Test
    void foldsWhatIsTooMuchIntoOther() {
        names.of("a");
        names.of("b");

        assertThat(names.of("c")).isEqualTo("other");
    }

    @Test
    void keepsWhatItKnows() {
        names.of("a");
        names.of("b");
        names.of("c");

        assertThat(names.of("b")).isEqualTo("b");
    }

    @Test
    void callsWhatHasNoNameOther() {
        assertThat(names.of("")).isEqualTo("other");
    }
}
