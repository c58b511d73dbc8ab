package io.lidc.store.entity;

import io.lidc.metadata.Description;
import io.lidc.model.Metadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What the instances of a chunk say of one patient, study or series. */
record EntityGroup(List<String> key, List<Said> said) {

    /** What one instance says: the key, what the entity belongs to, and its attributes. */
    record Row(List<String> key, List<String> parent, List<Object> attributes) {}

    /** The same with the instance that says it, without the key. */
    record Said(String sopInstanceUid, List<String> parent, List<Object> attributes) {}

    /**
     * Instances by the entity that they speak of, in the order of the names of their keys.
     *
     * @param rowOf what an instance says; null where it says nothing
     * @param noParent what says that the entity belongs to nothing known
     */
    static SortedMap<String, EntityGroup> of(
            Collection<Metadata> instances, Function<Metadata, Row> rowOf, List<String> noParent) {
        SortedMap<String, EntityGroup> groups = new TreeMap<>();
        for (Metadata instance : instances) {
            Row row = rowOf.apply(instance);
            if (row != null) {
                // What an instance belongs to is one value, of one instance: a Patient ID says nothing without its
                // issuer.
                List<String> parent = row.parent == null || row.parent.equals(noParent) ? null : row.parent;
                groups.computeIfAbsent(name(row.key), name -> new EntityGroup(row.key, new ArrayList<>()))
                        .said
                        .add(new Said(instance.instance().sopInstanceUid(), parent, row.attributes));
            }
        }
        return groups;
    }

    static String name(List<String> key) {
        return key.size() == 1 ? key.get(0) : String.join("\0", key);
    }

    String name() {
        return name(key);
    }

    /** A description with what these instances say in addition. */
    Description addedTo(Description before) {
        Description after = before.copy();
        for (Said one : said) {
            after.add(one.sopInstanceUid, one.parent, one.attributes);
        }
        return after;
    }
}
