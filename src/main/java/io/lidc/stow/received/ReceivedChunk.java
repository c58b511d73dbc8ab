package io.lidc.stow.received;

import io.lidc.source.ObjectReference;
import java.util.List;

/** Objects of one request that are stored together. */
public record ReceivedChunk(List<ReceivedObject> objects) {

    /** Keeps a copy. */
    public ReceivedChunk {
        objects = List.copyOf(objects);
    }

    /** The objects, as the chunk route takes them. */
    public List<ObjectReference> getReferences() {
        return objects.stream().map(ReceivedObject::reference).toList();
    }

    @Override
    public String toString() {
        return "push of " + objects.size();
    }
}
