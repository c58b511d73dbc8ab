package io.lidc.metadata;

import java.util.List;

/** The codes of what was odd about a header, joined by commas as {@code instance.warnings} holds them; null for none. */
public final class WarningCodes {
    private static final String CUT = "PIXEL_DATA_CUT";

    private WarningCodes() {}

    /** Each of the codes. */
    public static List<String> codes(String warnings) {
        return warnings == null ? List.of() : List.of(warnings.split(","));
    }

    /** Whether the object ends before its pixel data do. */
    public static boolean isCut(String warnings) {
        return codes(warnings).contains(CUT);
    }
}
