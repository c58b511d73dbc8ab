package io.lidc.ingest.header;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.Settings;
import io.lidc.dicom.Limits;

/** Settings of the header reader. */
public final class HeaderKeys {
    public static final Key<Integer> FIRST_READ_BYTES = Key.wholeNumber(
            "header.first-read-bytes",
            4_096,
            256,
            1 << 20,
            "Bytes of a file that are asked for at first; more are read only where the header goes on. The system reads ahead"
                    + " four times as much, so on a cold disk 4096 takes two thirds of the time that 8192 takes.");
    public static final Key<Integer> MAX_BYTES = Key.wholeNumber(
            "header.max-bytes", 64 << 20, 1 << 20, 1 << 30, "Bytes of one header that are held in memory, at most.");
    public static final Key<Integer> MAX_VALUE_BYTES = Key.wholeNumber(
            "header.max-value-bytes",
            64 << 10,
            64,
            1 << 30,
            "Bytes of a single value, at most. Longer values are skipped, not read; their length is kept.");
    public static final Key<Integer> MAX_DEPTH =
            Key.wholeNumber("header.max-depth", 64, 1, 1_000, "Levels of nested sequences, at most.");
    public static final Key<Integer> MAX_ELEMENTS = Key.wholeNumber(
            "header.max-elements",
            1_000_000,
            1,
            100_000_000,
            "Data elements in one header, at most, nested ones included.");
    public static final Key<Integer> MAX_INFLATE_RATIO = Key.wholeNumber(
            "header.max-inflate-ratio",
            1_000,
            1,
            100_000,
            "Inflated bytes for each deflated byte, at most (Deflated Explicit VR Little Endian).");
    public static final Key<String> FALLBACK_CHARACTER_SET = Key.text(
            "header.fallback-character-set",
            "ISO_IR 100",
            "a defined term of SpecificCharacterSet without code extensions, such as ISO_IR 100, ISO_IR 192 or GB18030",
            term -> term.matches("ISO_IR (?:6|13|1(?:0[019]|10|2[67]|38|4[48]|66|92)|203)|GB18030|GBK"),
            "Character set of text that declares none and is not ASCII (PS3.3 section C.12.1.1.2). Such text is stored with a"
                    + " warning.");

    public static final KeyGroup GROUP = KeyGroup.of(
                    "Headers",
                    FIRST_READ_BYTES,
                    MAX_BYTES,
                    MAX_VALUE_BYTES,
                    MAX_DEPTH,
                    MAX_ELEMENTS,
                    MAX_INFLATE_RATIO,
                    FALLBACK_CHARACTER_SET)
            .withComment("The bounds keep one hostile or broken object from taking the process down.");

    private HeaderKeys() {}

    /** The bounds that the settings draw. */
    public static Limits limits(Settings settings) {
        return new Limits(
                settings.get(FIRST_READ_BYTES),
                settings.get(MAX_BYTES),
                settings.get(MAX_VALUE_BYTES),
                settings.get(MAX_DEPTH),
                settings.get(MAX_ELEMENTS),
                settings.get(MAX_INFLATE_RATIO));
    }
}
