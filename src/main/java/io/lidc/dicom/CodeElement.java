package io.lidc.dicom;

import java.nio.charset.Charset;

/**
 * A code element that a defined term of PS3.3 section C.12.1.1.2 denotes, named by its ISO registration number, with
 * the escape sequence that designates it (PS3.3 tables C.12-3 and C.12-4) as G0 (bytes below 128) or G1 (from 128 on).
 */
enum CodeElement {
    IR_6("(B", "US-ASCII"),
    IR_14("(J", "JIS_X0201"),
    IR_87("$B", "EUC-JP"),
    IR_159("$(D", "EUC-JP"),
    IR_13(")I", "JIS_X0201"),
    IR_100("-A", "ISO-8859-1"),
    IR_101("-B", "ISO-8859-2"),
    IR_109("-C", "ISO-8859-3"),
    IR_110("-D", "ISO-8859-4"),
    IR_126("-F", "ISO-8859-7"),
    IR_127("-G", "ISO-8859-6"),
    IR_138("-H", "ISO-8859-8"),
    IR_144("-L", "ISO-8859-5"),
    IR_148("-M", "ISO-8859-9"),
    IR_166("-T", "TIS-620"),
    IR_203("-b", "ISO-8859-15"),
    IR_149("$)C", "EUC-KR"),
    IR_58("$)A", "GB2312");

    private final String escape;
    private final Charset charset;

    CodeElement(String escape, String charset) {
        this.escape = escape;
        this.charset = Charset.forName(charset);
    }

    /** The element of an ISO registration number; null if DICOM uses none of that number. */
    static CodeElement ofRegistration(String number) {
        for (CodeElement element : values()) {
            if (element.name().substring(3).equals(number)) {
                return element;
            }
        }
        return null;
    }

    /** The element that the bytes after an ESC designate; null if DICOM does not define the sequence. */
    static CodeElement designated(byte[] bytes, int from, int end) {
        for (CodeElement element : values()) {
            if (element.escapeIsAt(bytes, from, end)) {
                return element;
            }
        }
        return null;
    }

    private boolean escapeIsAt(byte[] bytes, int from, int end) {
        if (from + escape.length() > end) {
            return false;
        }
        for (int i = 0; i < escape.length(); i++) {
            if (bytes[from + i] != escape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Length of the escape sequence after the ESC in bytes. */
    int escapeLength() {
        return escape.length();
    }

    /** Decodes the bytes of a G1 element, and those of a two-byte G0 element with their high bits set. */
    Charset charset() {
        return charset;
    }

    /** Whether it applies to the bytes below 128, not to those from 128 on. */
    boolean isG0() {
        return ordinal() <= IR_159.ordinal();
    }

    /** Whether a character consists of two bytes below 128. */
    boolean isTwoByteG0() {
        return this == IR_87 || this == IR_159;
    }
}
