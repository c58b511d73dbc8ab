package io.lidc.json;

import io.lidc.dicom.Element;

/** What {@link DicomJson} writes of each attribute, in the data set and in the items of sequences. Safe for use by many threads. */
public interface AttributePolicy {
    /** Every attribute as it is. */
    AttributePolicy AS_IS = element -> Action.WRITE;

    /** What is written of an attribute. */
    enum Action {
        /** The attribute as it is; of a sequence its items, each attribute in them by the policy again. */
        WRITE,
        /** Nothing. */
        OMIT,
        /** The text of {@link #replacement} as one LO, whatever the VR was. */
        REPLACE
    }

    /** What is written of this element. */
    Action action(Element element);

    /** The text in the place of an element that is to be replaced; null to write nothing. */
    default String replacement(Element element) {
        return null;
    }
}
