package io.lidc.metadata;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Vr;
import io.lidc.json.AttributePolicy;

/**
 * What becomes of attributes that may tell who a patient is: those of the Basic Application Level Confidentiality Profile
 * (PS3.15 annex E), but for what its options keep (see docs/privacy.md), and everything of which the reader cannot say what it is.
 */
public final class Deidentification implements AttributePolicy {

    /** The ways to treat them. */
    public enum Mode {
        /** As they are. */
        KEEP,
        /** A pseudonym in the place of text; dates, numbers, bytes and sequences left out. */
        PSEUDONYMISE,
        /** Left out. */
        DROP
    }

    private final Mode mode;
    private final Pseudonyms pseudonyms;
    private final ConfidentialityProfile profile;

    private Deidentification(Mode mode, Pseudonyms pseudonyms) {
        this.mode = mode;
        this.pseudonyms = pseudonyms;
        this.profile = mode == Mode.KEEP ? null : ConfidentialityProfile.basic();
    }

    /** Attributes as they are. */
    public static Deidentification keep() {
        return new Deidentification(Mode.KEEP, null);
    }

    /** Pseudonyms under this key in their place. */
    public static Deidentification pseudonymise(String key) {
        return new Deidentification(Mode.PSEUDONYMISE, new Pseudonyms(key));
    }

    /** Attributes left out. */
    public static Deidentification drop() {
        return new Deidentification(Mode.DROP, null);
    }

    /** The mode, and which key it has. */
    public DeidentificationState state() {
        return new DeidentificationState(mode, pseudonyms == null ? "" : pseudonyms.fingerprint());
    }

    /** Whether every attribute is kept as it is. */
    boolean keepsAll() {
        return profile == null;
    }

    /** Whether an attribute, or all that a sequence holds, must not be kept as it is. */
    public boolean hides(int tag) {
        return profile != null && profile.hides(tag);
    }

    /** What is kept in the place of an attribute's text: the text itself, a pseudonym, or null for nothing. */
    public String text(int tag, String text) {
        if (text == null || !hides(tag)) {
            return text;
        }
        return action(DataDictionary.vr(tag)) == Action.REPLACE ? pseudonyms.of(text) : null;
    }

    /** A sequence that is damaged and bytes of unknown meaning may hold anything, so they are left out. */
    @Override
    public Action action(int tag, Vr vr) {
        if (profile == null) {
            return Action.WRITE;
        }
        if (vr == Vr.UN) {
            return Action.OMIT;
        }
        return profile.hides(tag) ? action(vr) : Action.WRITE;
    }

    @Override
    public String replacement(String text) {
        return pseudonyms.of(text);
    }

    /** Of a hidden attribute. A pseudonym of a date or a number would be neither. */
    private Action action(Vr vr) {
        if (mode == Mode.DROP) {
            return Action.OMIT;
        }
        return switch (vr) {
            case AE, CS, LO, LT, PN, SH, ST, UC, UI, UR, UT -> Action.REPLACE;
            default -> Action.OMIT;
        };
    }
}
