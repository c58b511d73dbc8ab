package io.lidc.dicom.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, times and both. */
class DateTimeParserTest {

    @Test
    void readsDatesTimesAndBothOfAnyPrecision() {
        assertThat(DateTimeParser.parse("20240229", Vr.DA).earliest()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(DateTimeParser.parse("2024.02.29", Vr.DA).earliest()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(DateTimeParser.parse("202402", Vr.DA).precision()).isEqualTo(ChronoUnit.MONTHS);
        assertThat(DateTimeParser.parse("10", Vr.TM))
                .isEqualTo(new Value.DateTime(LocalTime.of(10, 0), ChronoUnit.HOURS, "10"));
        assertThat(DateTimeParser.parse("10:30:15", Vr.TM).earliest()).isEqualTo(LocalTime.of(10, 30, 15));
        assertThat(DateTimeParser.parse("103015.123456", Vr.TM).earliest())
                .isEqualTo(LocalTime.of(10, 30, 15, 123_456_000));
        assertThat(DateTimeParser.parse("2024", Vr.DT))
                .isEqualTo(new Value.DateTime(LocalDateTime.of(2024, 1, 1, 0, 0), ChronoUnit.YEARS, "2024"));
        assertThat(DateTimeParser.parse("20240229103015.5-0130", Vr.DT).earliest())
                .isEqualTo(OffsetDateTime.parse("2024-02-29T10:30:15.5-01:30"));
        assertThat(DateTimeParser.parse("235960", Vr.TM).earliest()).isEqualTo(LocalTime.of(23, 59, 59));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "1", "10301", "103015.", "10:3", "103015.1x"})
    void keepsWhatIsNoTimeAsText(String time) {
        assertThat(DateTimeParser.parse(time, Vr.TM)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20240229103015+", "20240229103015+9999", "20240229103015+01", "2024022910301", "20240229+01a0"})
    void keepsWhatIsNoDateTimeAsText(String dateTime) {
        assertThat(DateTimeParser.parse(dateTime, Vr.DT)).isNull();
    }
}
