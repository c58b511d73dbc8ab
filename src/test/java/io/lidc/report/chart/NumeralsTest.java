package io.lidc.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1018, '1,018'", "0.703125, 0.703", "2.5, 2.5", "1234.5, '1,234.5'", "0.9999, 1", "-3, -3"})
    void writesNumbersForPeople(double number, String expected) {
        assertThat(Numerals.of(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.031, 0.05", "0.05, 0.05", "0.3, 0.5", "1, 1", "1.01, 2", "17, 20", "51, 100", "4000, 5000"})
    void roundsUpToANiceNumber(double number, double expected) {
        assertThat(Numerals.nice(number)).isCloseTo(expected, within(1e-12));
    }
}
