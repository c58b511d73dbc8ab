package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/**
 * The character set of the text of a data set, as Specific Character Set (0008,0005) declares it: every defined term of
 * PS3.3 section C.12.1.1.2, and misspelled ones as what they evidently mean.
 */
public final class CharacterSet {
    /** Replaces bytes that the character set does not define. */
    public static final char UNDECODABLE = '\uFFFD';

    /** The default repertoire, ISO-IR 6, which applies if Specific Character Set is absent or empty. */
    public static final CharacterSet DEFAULT = new CharacterSet(US_ASCII, false);

    private static final CharacterSet LATIN_1 = new CharacterSet(ISO_8859_1, false);
    private static final CharacterSet UNICODE = new CharacterSet(UTF_8, false);

    /** Decodes text without escape sequences; null if that depends on more than the bytes (JIS X 0201). */
    private final Charset plain;

    /** Null if there are no code extensions (PS3.5 section 6.1.2.5.4). */
    private final CodeElement g0;

    private final CodeElement g1;
    private final boolean misspelled;

    private CharacterSet(Charset charset, boolean misspelled) {
        this.plain = charset;
        this.g0 = null;
        this.g1 = null;
        this.misspelled = misspelled;
    }

    private CharacterSet(CodeElement g0, CodeElement g1, boolean misspelled) {
        this.plain = g0 == CodeElement.IR_14 ? null : g1 == null ? US_ASCII : g1.charset();
        this.g0 = g0;
        this.g1 = g1;
        this.misspelled = misspelled;
    }

    /**
     * The character set of a data set or an item.
     *
     * @param specificCharacterSet the value of (0008,0005), its terms separated by backslashes; null if absent
     */
    public static CharacterSet of(String specificCharacterSet) {
        String value = specificCharacterSet == null ? "" : specificCharacterSet.strip();
        return switch (value) {
            case "" -> DEFAULT;
            case "ISO_IR 100" -> LATIN_1;
            case "ISO_IR 192" -> UNICODE;
            default -> of(CharacterSetTerms.of(value));
        };
    }

    private static CharacterSet of(CharacterSetTerms terms) {
        if (terms.whole() != null) {
            return new CharacterSet(terms.whole(), terms.misspelled());
        }
        CodeElement first = terms.first();
        if (first == CodeElement.IR_13 || first == CodeElement.IR_14) {
            return new CharacterSet(CodeElement.IR_14, CodeElement.IR_13, terms.misspelled());
        }
        CodeElement g1 = first.isG0() ? null : first;
        return terms.extended()
                ? new CharacterSet(CodeElement.IR_6, g1, terms.misspelled())
                : new CharacterSet(g1 == null ? US_ASCII : g1.charset(), terms.misspelled());
    }

    /** Whether PS3.3 does not define a term at its place; it is read as what it evidently means, otherwise as ISO-IR 6. */
    public boolean misspelled() {
        return misspelled;
    }

    /**
     * The text of a value field, padding and delimiters included. A backslash in it separates values wherever the VR
     * allows several, and is never half of a character. {@link #UNDECODABLE} replaces bytes that the character set does
     * not define; VRs to which Specific Character Set does not apply are decoded by the default repertoire (PS3.5
     * section 6.1.2.3).
     */
    public String decode(byte[] bytes, int offset, int length, Vr vr) {
        if (!vr.usesCharacterSet()) {
            return new String(bytes, offset, length, US_ASCII);
        }
        if (g0 != null && (plain == null || escapes(bytes, offset, length))) {
            return CodeExtensions.decode(g0, g1, bytes, offset, length, vr);
        }
        return new String(bytes, offset, length, plain);
    }

    private static boolean escapes(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == CodeExtensions.ESC) {
                return true;
            }
        }
        return false;
    }
}
