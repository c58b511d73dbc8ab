package io.lidc.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lidc.dicom.Tag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Basic Application Level Confidentiality Profile (PS3.15 section E.2) with the options Retain UIDs, Retain Device
 * Identity and Retain Longitudinal Temporal Information with Full Dates, and of Retain Patient Characteristics what
 * imaging research cannot do without: age, sex, size and weight. {@code confidentiality.txt} holds table E.1-1 (edition in its
 * first line). An attribute that the table lists is kept where one of these options keeps it (action K); what an option
 * demands to be cleaned (C) is not kept, as nothing here can clean text. Private attributes are no matter of this class.
 */
final class ConfidentialityProfile {
    /** Made when first asked for: nothing needs it while attributes are kept as they are. */
    private static final class Basic {
        static final ConfidentialityProfile PROFILE = load();
    }

    /** Actions of options, as the table has them, that keep an attribute. */
    private static final Set<String> RETAINING = Set.of("RtnUIDs=K", "RtnDevId=K", "RtnLongFullDates=K");

    private static final Set<Integer> PATIENT_CHARACTERISTICS =
            Set.of(Tag.PATIENT_AGE, Tag.PATIENT_SEX, Tag.PATIENT_SIZE, Tag.PATIENT_WEIGHT);

    /** Identity and free text of PS3.3 (sections C.7.1.1 and C.4.10) that the table does not list. */
    private static final List<String> BESIDE_THE_TABLE = List.of(
            "00100024", // IssuerOfPatientIDQualifiersSequence
            "00100026", // SourcePatientGroupIdentificationSequence
            "00100027", // GroupOfPatientsIdentificationSequence
            "00100033", // PatientBirthDateInAlternativeCalendar
            "00100034", // PatientDeathDateInAlternativeCalendar
            "00400400"); // CommentsOnTheScheduledProcedureStep

    /** A tag in which some digits may be any. */
    private record Repeating(int mask, int tag) {
        static Repeating of(String pattern) {
            return new Repeating(
                    Integer.parseUnsignedInt(pattern.replaceAll("[^x]", "F").replace('x', '0'), 16),
                    Integer.parseUnsignedInt(pattern.replace('x', '0'), 16));
        }

        boolean matches(int other) {
            return (other & mask) == tag;
        }
    }

    private static final int SLOTS = 1 << 11;
    private static final int HASH_SHIFT = 32 - 11;

    /** Open addressing, as every column of every object is looked up; 0 is free. */
    private final int[] tags = new int[SLOTS];

    private final List<Repeating> repeating;

    private ConfidentialityProfile(List<String> hidden) {
        for (String tag : hidden) {
            if (tag.indexOf('x') < 0) {
                add(Integer.parseUnsignedInt(tag, 16));
            }
        }
        repeating = hidden.stream()
                .filter(tag -> tag.indexOf('x') >= 0)
                .map(Repeating::of)
                .toList();
    }

    private void add(int tag) {
        int slot = slot(tag);
        while (tags[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        tags[slot] = tag;
    }

    /** The one that the resource holds. */
    static ConfidentialityProfile basic() {
        return Basic.PROFILE;
    }

    /** Whether an attribute, or all that a sequence holds, must not be kept as it is. */
    boolean hides(int tag) {
        int slot = slot(tag);
        while (tags[slot] != 0) {
            if (tags[slot] == tag) {
                return true;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return isRepeating(tag);
    }

    private static int slot(int tag) {
        return (tag * 0x9E37_79B1) >>> HASH_SHIFT;
    }

    private boolean isRepeating(int tag) {
        int group = tag >>> 24;
        if (group != 0x50 && group != 0x60) {
            return false;
        }
        for (Repeating pattern : repeating) {
            if (pattern.matches(tag)) {
                return true;
            }
        }
        return false;
    }

    private static ConfidentialityProfile load() {
        List<String> hidden = new ArrayList<>(BESIDE_THE_TABLE);
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                ConfidentialityProfile.class.getResourceAsStream("confidentiality.txt"), US_ASCII))) {
            table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .filter(row -> !isRetained(row[0], row[3]))
                    .forEach(row -> hidden.add(row[0]));
        } catch (IOException e) {
            throw new UncheckedIOException("the confidentiality profile cannot be read", e);
        }
        return new ConfidentialityProfile(hidden);
    }

    private static boolean isRetained(String tag, String options) {
        return Stream.of(options.split(" ")).anyMatch(RETAINING::contains)
                || tag.indexOf('x') < 0 && PATIENT_CHARACTERISTICS.contains(Integer.parseUnsignedInt(tag, 16));
    }
}
