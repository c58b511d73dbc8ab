package io.lidc.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which of some locations the database knows.
 *
 * @param unchanged in the same size and version: no need to read them again
 * @param changed in another size or version; or failed, left out by another rule, or a copy of an object that is gone, and now
 *     to be read again
 * @param failures of the unchanged, those that cannot be read, each with the run that found that
 */
public record KnownObjects(Set<String> unchanged, Set<String> changed, Map<String, String> failures) {

    /** @param same of each location that is known, whether it is unchanged */
    static KnownObjects of(Map<String, Boolean> same, Map<String, String> failures) {
        KnownObjects known = new KnownObjects(new HashSet<>(), new HashSet<>(), failures);
        same.forEach((uri, isSame) -> (isSame ? known.unchanged : known.changed).add(uri));
        return known;
    }
}
