package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Decodes text with the code extensions of ISO/IEC 2022 as DICOM uses them: escape sequences change G0 and G1, delimiters
 * and control characters restore the initial ones (PS3.5 section 6.1.2.5.3).
 */
final class CodeExtensions {
    static final byte ESC = 0x1B;
    private static final char REPLACEMENT = '\uFFFD';

    private final CodeElement initialG0;
    private final CodeElement initialG1;
    private final byte[] bytes;
    private final int end;
    private final Vr vr;
    private final StringBuilder text;
    private CodeElement g0;
    private CodeElement g1;

    private CodeExtensions(CodeElement g0, CodeElement g1, byte[] bytes, int end, Vr vr) {
        this.initialG0 = g0;
        this.initialG1 = g1;
        this.bytes = bytes;
        this.end = end;
        this.vr = vr;
        this.text = new StringBuilder(end);
    }

    /** The text of one value field; {@code g1} is null if only bytes below 128 are defined initially. */
    static String decode(CodeElement g0, CodeElement g1, byte[] bytes, int offset, int length, Vr vr) {
        return new CodeExtensions(g0, g1, bytes, offset + length, vr).decodeFrom(offset);
    }

    private String decodeFrom(int offset) {
        reset();
        int at = offset;
        while (at < end) {
            byte b = bytes[at];
            if (b == ESC) {
                at = designate(at);
            } else if (resets(b)) {
                reset();
                text.append((char) b);
                at++;
            } else if (b < 0) {
                at = appendG1(at);
            } else {
                at = appendG0(at);
            }
        }
        return text.toString();
    }

    private void reset() {
        g0 = initialG0;
        g1 = initialG1;
    }

    private boolean resets(byte b) {
        if (b >= 0 && b < ' ') {
            return true;
        }
        if (g0.isTwoByteG0()) {
            return false;
        }
        return (b == '\\' && vr.form() == Vr.Form.TEXTS) || (vr == Vr.PN && (b == '^' || b == '='));
    }

    private int designate(int at) {
        CodeElement element = CodeElement.designated(bytes, at + 1, end);
        if (element == null) {
            text.append(REPLACEMENT);
            return at + 1;
        }
        if (element.isG0()) {
            g0 = element;
        } else {
            g1 = element;
        }
        return at + 1 + element.escapeLength();
    }

    private int appendG1(int at) {
        int next = at;
        while (next < end && bytes[next] < 0) {
            next++;
        }
        text.append(new String(bytes, at, next - at, g1 == null ? US_ASCII : g1.charset()));
        return next;
    }

    private int appendG0(int at) {
        if (g0.isTwoByteG0() && bytes[at] > ' ') {
            return appendPair(at);
        }
        text.append(g0 == CodeElement.IR_14 ? romaji(bytes[at]) : (char) bytes[at]);
        return at + 1;
    }

    private static char romaji(byte b) {
        return switch (b) {
            case '\\' -> '¥';
            case '~' -> '‾';
            default -> (char) b;
        };
    }

    /** EUC-JP encodes JIS X 0208 and, after 8F, JIS X 0212 with the high bits set. */
    private int appendPair(int at) {
        if (at + 1 == end || bytes[at + 1] <= ' ') {
            text.append(REPLACEMENT);
            return at + 1;
        }
        byte first = (byte) (bytes[at] | 0x80);
        byte second = (byte) (bytes[at + 1] | 0x80);
        byte[] pair = g0 == CodeElement.IR_159 ? new byte[] {(byte) 0x8F, first, second} : new byte[] {first, second};
        text.append(new String(pair, g0.charset()));
        return at + 2;
    }
}
