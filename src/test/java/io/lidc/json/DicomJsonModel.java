package io.lidc.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What PS3.18 section F.2 demands of a DICOM JSON Model object, checked without a glance at the code that writes it. */
public final class DicomJsonModel {
    private static final Pattern TAG = Pattern.compile("[0-9A-F]{8}");
    private static final Set<String> VALUES =
            Set.of("AE", "AS", "CS", "DA", "DT", "LO", "SH", "TM", "UC", "UI"); // several strings
    private static final Set<String> TEXT = Set.of("LT", "ST", "UR", "UT"); // one string, backslashes and all
    private static final Set<String> NUMBER_OR_TEXT = Set.of("DS", "IS", "SV", "UV");
    private static final Set<String> BINARY = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "UN");
    private static final Set<String> NOT_FINITE = Set.of("NaN", "inf", "-inf");
    private static final Map<String, long[]> INTEGERS = Map.of(
            "SL", new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
            "SS", new long[] {Short.MIN_VALUE, Short.MAX_VALUE},
            "UL", new long[] {0, 0xFFFF_FFFFL},
            "US", new long[] {0, 0xFFFF});

    private final List<String> violations = new ArrayList<>();

    private DicomJsonModel() {}

    /** Each rule that the object breaks, with the place; none for a conforming one. */
    public static List<String> violations(JsonNode dataset) {
        DicomJsonModel model = new DicomJsonModel();
        model.dataSet("", dataset);
        return model.violations;
    }

    private void dataSet(String path, JsonNode dataset) {
        if (!dataset.isObject()) {
            violations.add(path + " is no object");
            return;
        }
        String last = "";
        for (Map.Entry<String, JsonNode> entry : dataset.properties()) {
            String place = path + "/" + entry.getKey();
            demand(TAG.matcher(entry.getKey()).matches(), place, "is no tag of eight upper-case digits");
            demand(entry.getKey().compareTo(last) > 0, place, "is out of order");
            demand(!entry.getKey().endsWith("0000"), place, "is a group length");
            demand(!entry.getKey().startsWith("0002"), place, "belongs to the file meta information");
            last = entry.getKey();
            attribute(place, entry.getValue());
        }
    }

    private void attribute(String place, JsonNode attribute) {
        demand(attribute.path("vr").isTextual(), place, "has no vr");
        int contents = 0;
        for (Iterator<String> names = attribute.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            demand(Set.of("vr", "Value", "BulkDataURI", "InlineBinary").contains(name), place, "has a member " + name);
            contents += name.equals("vr") ? 0 : 1;
        }
        demand(contents <= 1, place, "has more than one of Value, BulkDataURI, InlineBinary");
        String vr = attribute.path("vr").asText();
        if (attribute.has("InlineBinary")) {
            demand(BINARY.contains(vr), place, "has InlineBinary, being " + vr);
            demand(isBase64(attribute.get("InlineBinary")), place, "has InlineBinary that is no base64");
        }
        if (attribute.has("Value")) {
            values(place, vr, attribute.get("Value"));
        } else {
            demand(BINARY.contains(vr) || isKnown(vr), place, "has the unknown vr " + vr);
        }
    }

    private void values(String place, String vr, JsonNode values) {
        demand(values.isArray() && !values.isEmpty(), place, "has a Value that is no array or an empty one");
        demand(values.size() != 1 || !values.get(0).isNull(), place, "is empty and yet has a Value");
        demand(!TEXT.contains(vr) || values.size() == 1, place, "has several values, being " + vr);
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            String at = place + "/Value/" + i;
            if (vr.equals("SQ")) {
                dataSet(at, value);
            } else if (!value.isNull()) {
                demand(fits(vr, value), at, "does not fit " + vr);
            }
        }
    }

    private static boolean fits(String vr, JsonNode value) {
        if (VALUES.contains(vr)) {
            return value.isTextual()
                    && !value.asText().isEmpty()
                    && !value.asText().contains("\\");
        }
        if (TEXT.contains(vr)) {
            return value.isTextual() && !value.asText().isEmpty();
        }
        if (NUMBER_OR_TEXT.contains(vr)) {
            return value.isNumber() || (value.isTextual() && !value.asText().isEmpty());
        }
        if (INTEGERS.containsKey(vr)) {
            long[] range = INTEGERS.get(vr);
            return value.isIntegralNumber() && value.asLong() >= range[0] && value.asLong() <= range[1];
        }
        return switch (vr) {
            case "AT" -> TAG.matcher(value.asText()).matches();
            case "FL", "FD" -> value.isNumber() || NOT_FINITE.contains(value.asText());
            case "PN" -> isPersonName(value);
            default -> false;
        };
    }

    private static boolean isPersonName(JsonNode value) {
        if (!value.isObject() || value.isEmpty()) {
            return false;
        }
        return value.properties().stream()
                .allMatch(
                        group -> Set.of("Alphabetic", "Ideographic", "Phonetic").contains(group.getKey())
                                && group.getValue().isTextual()
                                && !group.getValue().asText().isEmpty());
    }

    private static boolean isKnown(String vr) {
        return VALUES.contains(vr)
                || TEXT.contains(vr)
                || NUMBER_OR_TEXT.contains(vr)
                || INTEGERS.containsKey(vr)
                || Set.of("AT", "FL", "FD", "PN", "SQ").contains(vr);
    }

    private static boolean isBase64(JsonNode value) {
        try {
            return value.isTextual() && Base64.getDecoder().decode(value.asText()).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void demand(boolean held, String place, String violation) {
        if (!held) {
            violations.add(place + " " + violation);
        }
    }
}
