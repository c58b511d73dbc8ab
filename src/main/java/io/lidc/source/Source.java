package io.lidc.source;

import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Lists objects. Whatever it discovers it lists, also what can't be opened. */
public interface Source {

    /** Names the source. */
    String uri();

    /**
     * The objects one by one, in an order that is the same each time, without holding them all in memory. An iterator that
     * holds something open is {@link java.io.Closeable}, and is closed where it is left before its end.
     */
    Iterator<ObjectReference> list();

    /**
     * How many objects it would list, counted beside the work to show how far that has come. Empty where counting costs as
     * much as the work, changes something, or is no longer {@code wanted}.
     */
    default OptionalLong count(BooleanSupplier wanted) {
        return OptionalLong.empty();
    }

    /** Whether opening an object waits for a network, so that many should be opened at a time. */
    default boolean isRemote() {
        return false;
    }

    /** What it has cost on the network so far. */
    default Traffic traffic() {
        return Traffic.NONE;
    }
}
