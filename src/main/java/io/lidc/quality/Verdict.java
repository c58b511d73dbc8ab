package io.lidc.quality;

/** How sound a series is, from good to bad. */
public enum Verdict {
    /** Nothing speaks against using it as a volume. */
    COMPLETE,
    /** It may be used after a look at the reasons. */
    SUSPECT,
    /** Used as a volume, it misleads. */
    BROKEN
}
