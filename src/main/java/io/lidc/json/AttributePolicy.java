package io.lidc.json;

import io.lidc.dicom.Vr;

/**
 * What is written of each attribute of a data set and of the items of its sequences. Safe for use by many threads.
 */
public interface AttributePolicy {
    /** Every attribute as it is. */
    AttributePolicy AS_IS = (tag, vr) -> Action.WRITE;

    /** What is written of an attribute. */
    enum Action {
        /** The attribute as it is; of a sequence its items, each attribute in them by the policy again. */
        WRITE,
        /** Nothing. */
        OMIT,
        /** One LO with the text of {@link #replacement}, whatever the VR was; nothing for an attribute without text. */
        REPLACE
    }

    /**
     * What is written of an attribute.
     *
     * @param tag as 0xggggeeee
     * @param vr by which it would be written: UN for a damaged sequence, which is bytes
     */
    Action action(int tag, Vr vr);

    /**
     * The text in the place of an attribute that is to be replaced.
     *
     * @param text all of the attribute's text, values delimited by backslashes
     * @return null to write nothing
     */
    default String replacement(String text) {
        return null;
    }
}
