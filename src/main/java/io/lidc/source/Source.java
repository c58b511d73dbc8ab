package io.lidc.source;

import io.lidc.model.DeliveredRecords;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Lists objects. Whatever it discovers it lists, also what is unavailable. Serves one pass. */
public interface Source {

    /** Names the source. */
    String uri();

    /**
     * The objects one by one, in an order that is the same each time, without holding them all in memory. An iterator that
     * holds something open is {@link java.io.Closeable}; it is closed at the end of the pass.
     */
    Iterator<ObjectReference> list();

    /**
     * Told of each listed object once its outcome is in the database, never before: a file is moved out of an inbox, a message
     * deleted.
     *
     * @throws IOException when that cannot be done; the object is discovered again and then UNCHANGED
     */
    default void acknowledge(ObjectReference object, Verdict verdict) throws IOException {}

    /** Where an object that cannot be read will be after its acknowledgement: its outcome is kept under that URI. */
    default String uriOfUnreadable(ObjectReference object, String runId) {
        return object.location().uri();
    }

    /**
     * How many objects it would list, counted beside the work to show how far that has come. Empty where counting costs as
     * much as the work or changes something, and where a name or URI is not {@code countable}.
     */
    default OptionalLong count(Predicate<String> countable) {
        return OptionalLong.empty();
    }

    /** Whether opening an object waits for a network, so that many should be opened at a time. */
    default boolean isRemote() {
        return false;
    }

    /** Where its objects stood in a topic that delivered them, which goes on record with their outcomes. */
    default List<DeliveredRecords> delivered() {
        return List.of();
    }

    /** What it has cost on the network so far. */
    default Traffic traffic() {
        return Traffic.NONE;
    }
}
