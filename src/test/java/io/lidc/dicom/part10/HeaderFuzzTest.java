package io.lidc.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeaderFuzzTest {

    @Test
    void readsEveryDamagedHeaderOrSaysWhyNot() throws IOException {
        HeaderFuzz.Figures figures = new HeaderFuzz().run(HeaderFuzz.seeds(), 1, 20_000);
        int failed =
                figures.errors().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(figures.read() + failed).isEqualTo(20_000);
        assertThat(figures.instances()).isPositive();
        assertThat(figures.maxAllocated()).isLessThan(16_000_000);
    }
}
