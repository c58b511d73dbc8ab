package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lidc.dicom.text.EditDistance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The registry of data elements of PS3.6 (edition in the first line of {@code dictionary.txt}), repeating groups
 * included. Tags are 0xggggeeee. Command elements (PS3.7) are not part of it: no object holds them.
 */
public final class DataDictionary {
    private static final int SLOTS = 1 << 14;
    private static final int HASH_SHIFT = 32 - 14;
    private static final int ABSENT = -1;

    /** The resource as it is; strings are created from it on request. */
    private static final byte[] TEXT = load();

    /** Open addressing: a tag, its VR and the position of its line share a slot. Repeating x digits are stored as F. */
    private static final int[] TAGS = new int[SLOTS];

    private static final Vr[] VRS = new Vr[SLOTS];
    private static final int[] LINES = new int[SLOTS];

    static {
        index();
    }

    private DataDictionary() {}

    /**
     * Value representation of an attribute. Where PS3.6 has several, OW if it is one of them (PS3.5 section A.1),
     * otherwise US: see {@link #signedByPixelRepresentation}. UN for unknown and private attributes, LO for private
     * creators (PS3.5 section 7.8.1), UL for group lengths. Allocates nothing.
     */
    public static Vr vr(int tag) {
        int element = tag & 0xFFFF;
        if (element == 0) {
            return Vr.UL;
        }
        if (isPrivate(tag)) {
            return element >= 0x10 && element <= 0xFF ? Vr.LO : Vr.UN;
        }
        int slot = find(tag);
        return slot == ABSENT ? Vr.UN : VRS[slot];
    }

    /** Whether PS3.6 defines the attribute as US or SS: SS if Pixel Representation (0028,0103) is 1, otherwise US. */
    public static boolean signedByPixelRepresentation(int tag) {
        int slot = find(tag);
        return slot != ABSENT && VRS[slot] == Vr.US && TEXT[vrStart(LINES[slot]) + 2] == ' ';
    }

    /** Keyword of an attribute, such as {@code SliceThickness}; null if PS3.6 has none. */
    public static String keyword(int tag) {
        int slot = find(tag);
        if (slot == ABSENT) {
            return null;
        }
        int start = fieldStart(LINES[slot], 3);
        return TEXT[start] == '\n' ? null : field(start);
    }

    /** Value multiplicity of an attribute in the notation of PS3.6, such as {@code 1} or {@code 2-2n}; null if unknown. */
    public static String vm(int tag) {
        int slot = find(tag);
        return slot == ABSENT ? null : field(fieldStart(LINES[slot], 2));
    }

    /** Tag of a keyword in the spelling of PS3.6; of a repeating group the first one, such as (6000,0010). */
    public static OptionalInt tag(String keyword) {
        Integer tag = Keywords.TAGS.get(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /** The most similar keyword, regardless of case; empty if each differs in half of the letters or more. */
    public static Optional<String> nearest(String keyword) {
        String best = null;
        int bestDistance = (keyword.length() + 1) / 2;
        for (String candidate : Keywords.TAGS.keySet()) {
            int distance = EditDistance.ofCaseless(keyword, candidate, bestDistance);
            if (distance < bestDistance
                    || (distance == bestDistance && best != null && candidate.compareTo(best) < 0)) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isPrivate(int tag) {
        return (tag & 0x1_0000) != 0;
    }

    private static int find(int tag) {
        if (isPrivate(tag)) {
            return ABSENT;
        }
        int slot = probe(tag);
        return slot == ABSENT ? probe(repeating(tag)) : slot;
    }

    private static int probe(int tag) {
        int slot = slot(tag);
        while (TAGS[slot] != tag) {
            if (LINES[slot] == 0) {
                return ABSENT;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return LINES[slot] == 0 ? ABSENT : slot;
    }

    private static int slot(int tag) {
        return (tag * 0x9E37_79B1) >>> HASH_SHIFT;
    }

    /** The tag with the repeating digits of its group or element set to F, as in the table. */
    private static int repeating(int tag) {
        return switch (tag >>> 16) {
            case 0x0020 -> (tag & 0xFF00) == 0x3100 ? tag | 0xFF : tag;
            case 0x0028 -> (tag & 0xF000) == 0 ? tag | 0xF0 : tag;
            case 0x1000 -> tag | 0xFFF0;
            case 0x1010 -> tag | 0xFFFF;
            default ->
                switch (tag >>> 24) {
                    case 0x50, 0x60, 0x7F -> tag | 0x00FF_0000;
                    default -> tag;
                };
        };
    }

    private static byte[] load() {
        try (InputStream in = DataDictionary.class.getResourceAsStream("dictionary.txt")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the data dictionary cannot be read", e);
        }
    }

    private static void index() {
        for (int line = nextLine(0); line < TEXT.length; line = nextLine(line + 10)) {
            int tag = parseTag(line, 0xF, 0xF);
            int slot = slot(tag);
            while (LINES[slot] != 0) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            TAGS[slot] = tag;
            LINES[slot] = line;
            int start = vrStart(line);
            VRS[slot] = vrAt(vrStart(line));
        }
    }

    private static Vr vrAt(int start) {
        boolean several = TEXT[start + 2] == ' ';
        return several && field(start).contains("OW") ? Vr.OW : Vr.of(TEXT[start], TEXT[start + 1]);
    }

    private static int nextLine(int from) {
        int at = from;
        while (TEXT[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private static int parseTag(int line, int groupX, int elementX) {
        int tag = 0;
        for (int i = 0; i < 8; i++) {
            int c = TEXT[line + i];
            int digit = c == 'x' ? (i < 4 ? groupX : elementX) : c <= '9' ? c - '0' : c - 'A' + 10;
            tag = tag << 4 | digit;
        }
        return tag;
    }

    private static int vrStart(int line) {
        return line + 9;
    }

    private static int fieldStart(int line, int index) {
        int at = line;
        for (int i = 0; i < index; i++) {
            while (TEXT[at] != '\t') {
                at++;
            }
            at++;
        }
        return at;
    }

    private static String field(int start) {
        int end = start;
        while (TEXT[end] != '\t' && TEXT[end] != '\n') {
            end++;
        }
        return new String(TEXT, start, end - start, ISO_8859_1);
    }

    /** Initialized by the first look-up of a keyword: reading headers needs none. */
    private static final class Keywords {
        static final Map<String, Integer> TAGS = new HashMap<>(1 << 13);

        static {
            for (int line = nextLine(0); line < TEXT.length; line = nextLine(line + 10)) {
                int start = fieldStart(line, 3);
                if (TEXT[start] != '\n') {
                    // A 1 for each x of an element, as 0 would be a group length or another attribute.
                    TAGS.put(field(start), parseTag(line, 0, 1));
                }
            }
        }
    }
}
