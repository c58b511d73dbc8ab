package io.lidc.sample.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UidTest {

    @Test
    void isADecimalNumberUnderTheRootOfUuids() {
        assertThat(Uid.of("SAMPLE-0001/1001")).matches("2\\.25\\.[1-9]\\d{30,38}");
    }

    @Test
    void staysTheSameForAName() {
        assertThat(Uid.of("SAMPLE-0001/1001")).isEqualTo("2.25.99495060852378486606914504687200601379");
    }
}
