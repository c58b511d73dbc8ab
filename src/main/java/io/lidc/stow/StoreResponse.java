package io.lidc.stow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lidc.model.Outcome;
import io.lidc.stow.received.ReceivedObject;

/**
 * The outcome of each object of a request, as the Store Instances Response Module in the DICOM JSON Model (PS3.18 sections
 * 10.5.3 and I.2).
 */
final class StoreResponse {
    /** Processing failure (PS3.18 table I.2-2). */
    private static final int PROCESSING_FAILURE = 0x0110;
    /** Cannot understand (PS3.18 table I.2-2). */
    private static final int CANNOT_UNDERSTAND = 0xC000;

    private final ArrayNode stored = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode failed = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode otherFailures = JsonNodeFactory.instance.arrayNode();

    /** @param ofTheStudy false when the URL names a study that the object is not of */
    void add(ReceivedObject object, Outcome outcome, boolean ofTheStudy) {
        boolean known = outcome == Outcome.STORED || outcome == Outcome.UNCHANGED || outcome == Outcome.DUPLICATE;
        if (object.sopInstanceUid() == null) {
            otherFailures.add(reason(JsonNodeFactory.instance.objectNode(), CANNOT_UNDERSTAND));
        } else if (known && ofTheStudy) {
            stored.add(item(object));
        } else {
            failed.add(reason(
                    item(object), outcome == Outcome.FAILED && ofTheStudy ? CANNOT_UNDERSTAND : PROCESSING_FAILURE));
        }
    }

    /** 200 when all are stored, 202 when some are, 409 when none is (PS3.18 table 10.5.3-1). */
    int status() {
        if (failed.isEmpty() && otherFailures.isEmpty()) {
            return 200;
        }
        return stored.isEmpty() ? 409 : 202;
    }

    boolean isEmpty() {
        return stored.isEmpty() && failed.isEmpty() && otherFailures.isEmpty();
    }

    String toJson() {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.putObject("00081190").put("vr", "UR");
        sequence(response, "00081198", failed);
        sequence(response, "00081199", stored);
        sequence(response, "0008119A", otherFailures);
        return response.toString();
    }

    private static void sequence(ObjectNode response, String tag, ArrayNode items) {
        if (!items.isEmpty()) {
            response.putObject(tag).put("vr", "SQ").set("Value", items);
        }
    }

    private static ObjectNode item(ReceivedObject object) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        uid(item, "00081150", object.sopClassUid());
        uid(item, "00081155", object.sopInstanceUid());
        return item;
    }

    private static void uid(ObjectNode item, String tag, String uid) {
        ObjectNode element = item.putObject(tag).put("vr", "UI");
        if (uid != null) {
            element.putArray("Value").add(uid);
        }
    }

    private static ObjectNode reason(ObjectNode item, int code) {
        item.putObject("00081197").put("vr", "US").putArray("Value").add(code);
        return item;
    }
}
