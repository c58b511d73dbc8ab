package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lidc.dicom.ReadWarning.Code;
import java.nio.charset.Charset;

/**
 * The character set of the text of a data set, as Specific Character Set (0008,0005) declares it: every defined term of
 * PS3.3 section C.12.1.1.2, and misspelled ones as what they evidently mean.
 */
public final class CharacterSet {
    /** Replaces bytes that the character set does not define. */
    public static final char UNDECODABLE = '\uFFFD';

    private static final char YEN_SIGN = '\u00A5';
    private static final char OVERLINE = '\u203E';
    private static final char FIRST_KATAKANA = '\uFF61';
    private static final char LAST_KATAKANA = '\uFF9F';

    /** The default repertoire, ISO-IR 6, which applies if Specific Character Set is absent or empty. */
    public static final CharacterSet DEFAULT = new CharacterSet(US_ASCII, false);

    private static final CharacterSet LATIN_1 = new CharacterSet(ISO_8859_1, false);
    private static final CharacterSet UNICODE = new CharacterSet(UTF_8, false);

    /** What writers that declare JIS X 0201 often encode text in. */
    private static final CharacterSet SHIFT_JIS = new CharacterSet(Charset.forName("Shift_JIS"), false);

    /** Decodes text without escape sequences; null if that depends on more than the bytes (JIS X 0201). */
    private final Charset plain;

    /** Null if there are no code extensions (PS3.5 section 6.1.2.5.4). */
    private final CodeElement g0;

    private final CodeElement g1;
    private final boolean misspelled;

    /** Decodes text outside the default repertoire, or outside JIS X 0201; null if that is undecodable. */
    private final CharacterSet fallback;

    private CharacterSet(Charset charset, boolean misspelled) {
        this(charset, null, null, misspelled, null);
    }

    private CharacterSet(Charset plain, CodeElement g0, CodeElement g1, boolean misspelled, CharacterSet fallback) {
        this.plain = plain;
        this.g0 = g0;
        this.g1 = g1;
        this.misspelled = misspelled;
        this.fallback = fallback;
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

    /**
     * The character set of a data set or an item, with another one for text outside the default repertoire.
     *
     * @param fallback decodes such text if no character set is declared (the value is absent, empty, ISO_IR 6 or not
     *     interpretable)
     */
    public static CharacterSet of(String specificCharacterSet, CharacterSet fallback) {
        CharacterSet declared = of(specificCharacterSet);
        return declared.isDefaultRepertoire()
                ? new CharacterSet(US_ASCII, null, null, declared.misspelled, fallback)
                : declared;
    }

    private static CharacterSet of(CharacterSetTerms terms) {
        if (terms.whole() != null) {
            return new CharacterSet(terms.whole(), terms.misspelled());
        }
        CodeElement first = terms.first();
        if (first == CodeElement.IR_13 || first == CodeElement.IR_14) {
            CharacterSet fallback = terms.extended() ? null : SHIFT_JIS;
            return new CharacterSet(null, CodeElement.IR_14, CodeElement.IR_13, terms.misspelled(), fallback);
        }
        CodeElement g1 = first.isG0() ? null : first;
        Charset plain = g1 == null ? US_ASCII : g1.charset();
        return terms.extended()
                ? new CharacterSet(plain, CodeElement.IR_6, g1, terms.misspelled(), null)
                : new CharacterSet(plain, terms.misspelled());
    }

    private boolean isDefaultRepertoire() {
        return g0 == null && plain == US_ASCII;
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
        String text = g0 != null && (plain == null || escapes(bytes, offset, length))
                ? CodeExtensions.decode(g0, g1, bytes, offset, length, vr)
                : new String(bytes, offset, length, plain);
        return fallback == null || text.indexOf(UNDECODABLE) < 0
                ? text
                : decodeByFallback(bytes, offset, length, vr, text);
    }

    private String decodeByFallback(byte[] bytes, int offset, int length, Vr vr, String declared) {
        String text = fallback.decode(bytes, offset, length, vr);
        // Shift_JIS is a guess, which holds only for text that it decodes completely.
        return isDefaultRepertoire() || text.indexOf(UNDECODABLE) < 0 ? text : declared;
    }

    /**
     * The irregularity of a text that this character set decoded: {@link Code#UNDECODABLE_TEXT}, {@link
     * Code#CHARACTER_SET_MISSING} or {@link Code#CHARACTER_SET_WRONG}; null for a sound text.
     */
    public Code irregularity(String text) {
        if (text.indexOf(UNDECODABLE) >= 0) {
            return Code.UNDECODABLE_TEXT;
        }
        if (fallback == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDeclared(text.charAt(i))) {
                return isDefaultRepertoire() ? Code.CHARACTER_SET_MISSING : Code.CHARACTER_SET_WRONG;
            }
        }
        return null;
    }

    /** Whether a character is in the default repertoire, or in JIS X 0201 if that is declared. */
    private boolean isDeclared(char c) {
        boolean isJis = c == YEN_SIGN || c == OVERLINE || c >= FIRST_KATAKANA && c <= LAST_KATAKANA;
        return c < 0x80 || isJis && !isDefaultRepertoire();
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
