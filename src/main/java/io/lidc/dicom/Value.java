package io.lidc.dicom;

import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/** One value of a data element, as its VR types it. */
public sealed interface Value {

    /** A value of no length among others. */
    record Empty() implements Value {}

    /** Characters, without padding. */
    record Text(String text) implements Value {}

    /**
     * DS, FL or FD. FL and FD can be infinite or no number (IEEE 754).
     *
     * @param text of a DS as it stands there, without padding; null for FL and FD
     */
    record Decimal(double number, String text) implements Value {}

    /**
     * IS, US, SS, UL, SL, UV or SV.
     *
     * @param number a {@link Long}, or a {@link java.math.BigInteger} where that is too small
     */
    record Whole(Number number) implements Value {}

    /**
     * AT.
     *
     * @param tag as 0xggggeeee
     */
    record Attribute(int tag) implements Value {}

    /**
     * DA, TM or DT.
     *
     * @param earliest a LocalDate, a LocalTime, a LocalDateTime, or an OffsetDateTime where a DT names its offset; parts
     *     that are not given are the first ones possible
     * @param precision the smallest part that is given; NANOS for any fraction of a second
     * @param text as it stands there, without padding
     */
    record Moment(Temporal earliest, ChronoUnit precision, String text) implements Value {}

    /** What does not read as its VR, without padding. */
    record Unreadable(String text) implements Value {}
}
