package io.lidc.dicom.value;

import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/**
 * Parses DA, TM and DT (PS3.5 section 6.2) of any precision, and the forms of ACR-NEMA 300 with dots in dates and
 * colons in times.
 */
final class DateTimeParser {
    private static final ChronoUnit[] UNITS = {
        ChronoUnit.YEARS,
        ChronoUnit.MONTHS,
        ChronoUnit.DAYS,
        ChronoUnit.HOURS,
        ChronoUnit.MINUTES,
        ChronoUnit.SECONDS,
        ChronoUnit.NANOS
    };

    private final String text;
    private int at;

    /** Year, month, day, hour, minute, second, nanosecond, as far as {@link #count}. */
    private final int[] parts = {1, 1, 1, 0, 0, 0, 0};

    private int count;

    private DateTimeParser(String text) {
        this.text = text;
    }

    /** The date, time or both that a DA, TM or DT denotes; null if it denotes none. */
    static Value.DateTime parse(String text, Vr vr) {
        DateTimeParser parser = new DateTimeParser(text);
        try {
            return switch (vr) {
                case DA -> parser.date();
                case TM -> parser.time();
                default -> parser.dateTime();
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Value.DateTime date() {
        boolean read = dateParts('.') && at == text.length();
        return read ? value(LocalDate.of(parts[0], parts[1], parts[2])) : null;
    }

    private Value.DateTime time() {
        boolean read = timeParts(':') && at == text.length();
        return read ? value(timeOfDay()) : null;
    }

    private Value.DateTime dateTime() {
        if (!dateParts('\0') || count == 3 && at < text.length() && isDigit(at) && !timeParts('\0')) {
            return null;
        }
        LocalDateTime local = LocalDateTime.of(LocalDate.of(parts[0], parts[1], parts[2]), timeOfDay());
        if (at == text.length()) {
            return value(local);
        }
        ZoneOffset offset = offset();
        return offset == null ? null : new Value.DateTime(local.atOffset(offset), UNITS[count - 1], text);
    }

    private Value.DateTime value(Temporal earliest) {
        return new Value.DateTime(earliest, UNITS[count - 1], text);
    }

    private boolean dateParts(char delimiter) {
        return part(4) && (!more(delimiter) || part(2) && (!more(delimiter) || part(2)));
    }

    private boolean timeParts(char delimiter) {
        count = 3;
        return part(2) && (!more(delimiter) || part(2) && (!more(delimiter) || part(2) && fraction()));
    }

    /** Whether another component follows; skips its delimiter. */
    private boolean more(char delimiter) {
        if (at < text.length() && text.charAt(at) == delimiter) {
            at++;
            return true;
        }
        return at < text.length() && isDigit(at);
    }

    private boolean part(int width) {
        if (at + width > text.length()) {
            return false;
        }
        int value = 0;
        for (int i = 0; i < width; i++, at++) {
            if (!isDigit(at)) {
                return false;
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        parts[count++] = value;
        return true;
    }

    private boolean fraction() {
        if (at == text.length() || text.charAt(at) != '.') {
            return true;
        }
        at++;
        int digits = 0;
        int nanos = 0;
        for (; at < text.length() && isDigit(at); at++, digits++) {
            nanos = digits < 9 ? nanos * 10 + text.charAt(at) - '0' : nanos;
        }
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        parts[count++] = nanos;
        return digits > 0;
    }

    /** A leap second is read as the second before it, as java.time has none. */
    private LocalTime timeOfDay() {
        return LocalTime.of(parts[3], parts[4], parts[5] == 60 ? 59 : parts[5], parts[6]);
    }

    private ZoneOffset offset() {
        char sign = text.charAt(at);
        if (text.length() != at + 5 || sign != '+' && sign != '-') {
            return null;
        }
        at++;
        int[] hoursAndMinutes = new int[2];
        for (int i = 0; i < 4; i++, at++) {
            if (!isDigit(at)) {
                return null;
            }
            hoursAndMinutes[i / 2] = hoursAndMinutes[i / 2] * 10 + text.charAt(at) - '0';
        }
        int seconds = hoursAndMinutes[0] * 3600 + hoursAndMinutes[1] * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
