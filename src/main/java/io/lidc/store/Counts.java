package io.lidc.store;

import io.lidc.metadata.NotedAttribute;
import io.lidc.metadata.WarningCodes;
import io.lidc.model.Metadata;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is noteworthy about stored instances, as numbers of instances. */
final class Counts {
    private Counts() {}

    /** Those without an attribute of note, by its keyword. */
    static Map<String, Long> missing(List<Metadata> stored) {
        Map<String, Long> missing = new TreeMap<>();
        for (NotedAttribute attribute : NotedAttribute.values()) {
            long count = stored.stream().filter(attribute::isMissingIn).count();
            if (count > 0) {
                missing.put(attribute.keyword(), count);
            }
        }
        return missing;
    }

    /** Those whose header was odd, by the code of the oddity. */
    static Map<String, Long> warnings(List<Metadata> stored) {
        Map<String, Long> warnings = new TreeMap<>();
        for (Metadata metadata : stored) {
            WarningCodes.codes(metadata.instance().warnings()).forEach(code -> warnings.merge(code, 1L, Long::sum));
        }
        return warnings;
    }
}
