package io.lidc.ingest.replay;

import io.lidc.store.FailedObject;

/**
 * What the dead-letter folder keeps of an object that was read again.
 *
 * @param runId names the folder of the run that left it
 * @param name of the record, without {@code .json}, and of the copy
 * @param isObject whether the file of that name is no copy but the object itself, which an inbox has put away
 * @param runEnded whether the run leaves no further records
 */
public record KeptLetter(String runId, String name, boolean isObject, boolean runEnded) {

    /** The record of an object: under a name made from its location, or beside the object where that lies in the folder. */
    static KeptLetter of(FailedObject object) {
        String uri = object.location().uri();
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        boolean isObject = uri.endsWith("/" + object.runId() + "/" + name)
                && name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return new KeptLetter(
                object.runId(), isObject ? name : object.location().deadLetterName(), isObject, object.runEnded());
    }

    /** Where the record lies in the dead-letter folder. */
    public String getRecord() {
        return runId + "/" + name + ".json";
    }
}
