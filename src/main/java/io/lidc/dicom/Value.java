package io.lidc.dicom;

import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/** One value of a data element, typed by its VR. */
public sealed interface Value {

    /** A value of zero length among others. */
    record Empty() implements Value {}

    /** Characters, without padding. */
    record Text(String text) implements Value {}

    /**
     * A value of DS, FL or FD, or a fraction in an IS. FL and FD can be infinite or NaN (IEEE 754).
     *
     * @param text of a DS or IS as encoded, without padding; null for FL and FD
     */
    record Decimal(double number, String text) implements Value {}

    /**
     * A value of IS, US, SS, UL, SL, UV or SV.
     *
     * @param number a {@link Long}, or a {@link java.math.BigInteger} if it is beyond 64 bits
     */
    record Whole(Number number) implements Value {}

    /**
     * A value of AT.
     *
     * @param tag as 0xggggeeee
     */
    record Attribute(int tag) implements Value {}

    /**
     * A value of DA, TM or DT.
     *
     * @param earliest a LocalDate, a LocalTime, a LocalDateTime, or an OffsetDateTime for a DT with an offset from UTC;
     *     components that are not given have their lowest value
     * @param precision the smallest component that is given; NANOS for any fraction of a second
     * @param text as encoded, without padding
     */
    record DateTime(Temporal earliest, ChronoUnit precision, String text) implements Value {}

    /** A value that does not match its VR, without padding. */
    record Unreadable(String text) implements Value {}
}
