package io.lidc.sample.dataset;

/** The value representations that the sample uses (PS3.5 section 6.2). */
public enum Vr {
    AS,
    CS,
    DA,
    DS,
    FD,
    IS,
    LO,
    LT,
    OB,
    OW,
    PN,
    SH,
    SQ,
    SS,
    TM,
    UI,
    UL,
    UN,
    US;

    /** Whether explicit VR gives it a length of four bytes after two reserved ones (PS3.5 section 7.1.2). */
    boolean hasLongLength() {
        return this == OB || this == OW || this == SQ || this == UN;
    }

    /** What brings a value to even length (PS3.5 section 6.2). */
    byte padding() {
        return (byte) (this == UI || this == OB || this == UN ? 0 : ' ');
    }
}
