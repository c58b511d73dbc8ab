package io.lidc.metadata;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Vr;
import io.lidc.json.AttributePolicy;
import java.util.Set;

/**
 * What {@code extra} holds of its attributes: private ones only where they are named, as only who names one can know what
 * it holds; of the rest what the de-identification keeps. Attributes that PS3.6 does not know count as private ones where anything is
 * de-identified.
 */
record ExtraPolicy(Set<Integer> named, Deidentification deidentification) implements AttributePolicy {

    @Override
    public Action action(int tag, Vr vr) {
        if (isUnknown(tag) && !named.contains(tag)) {
            return Action.OMIT;
        }
        return deidentification.action(tag, vr);
    }

    private boolean isUnknown(int tag) {
        boolean isPrivate = (tag & 0x1_0000) != 0;
        return isPrivate || !deidentification.keepsAll() && DataDictionary.vr(tag) == Vr.UN;
    }

    @Override
    public String replacement(String text) {
        return deidentification.replacement(text);
    }
}
