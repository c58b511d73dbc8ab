package io.lidc.store;

import java.util.List;

/** The codes of what was odd about a header, joined by commas as {@code instance.warnings} holds them; null for none. */
final class Warnings {
    private static final String CUT = "PIXEL_DATA_CUT";

    private Warnings() {}

    /** Each of the codes. */
    static List<String> codes(String warnings) {
        return warnings == null ? List.of() : List.of(warnings.split(","));
    }

    /** Whether the object ends before its pixel data do. */
    static boolean isCut(String warnings) {
        return codes(warnings).contains(CUT);
    }
}
