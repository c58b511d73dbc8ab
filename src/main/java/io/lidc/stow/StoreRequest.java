package io.lidc.stow;

import io.lidc.model.Outcome;
import io.lidc.stow.received.ReceivedChunk;
import io.lidc.stow.received.ReceivedObject;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** One request on its way through the route: its objects, and their outcomes. */
public final class StoreRequest {
    private final Payload objects;
    private final String study;
    private final StoreResponse response = new StoreResponse();

    /** @param study that the URL names; null for none */
    StoreRequest(Payload objects, String study) {
        this.objects = objects;
        this.study = study;
    }

    /** Its objects, as they arrive. */
    public Iterator<ReceivedChunk> getChunks() {
        return objects;
    }

    /**
     * @param outcomes of the objects that were read, by location
     * @param conflicts locations of known objects that are in conflict with a stored one
     */
    void add(ReceivedChunk chunk, Map<String, Outcome> outcomes, Set<String> conflicts) {
        for (ReceivedObject object : chunk.objects()) {
            String uri = object.reference().location().uri();
            Outcome known = conflicts.contains(uri) ? Outcome.CONFLICT : Outcome.UNCHANGED;
            response.add(object, outcomes.getOrDefault(uri, known), object.mayBelongTo(study));
        }
    }

    /** The response, once all of its objects are committed. */
    StoreResponse response() {
        objects.check();
        return response;
    }

    void discard() throws IOException {
        objects.discard();
    }
}
