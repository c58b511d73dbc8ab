package io.lidc.source;

import java.util.Iterator;

/** Lists objects. Whatever it discovers it lists, also what can't be opened. */
public interface Source {

    /** Names the source. */
    String uri();

    /** The objects one by one, in an order that is the same each time, without holding them all in memory. */
    Iterator<ObjectReference> list();
}
