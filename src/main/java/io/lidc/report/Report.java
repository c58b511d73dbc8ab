package io.lidc.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the report says.
 *
 * @param database its URL, without secrets
 * @param remark what is to be said before everything else; null for nothing
 */
record Report(String database, Instant time, String remark, List<Section> sections) {

    /** Keeps a copy. */
    Report {
        sections = List.copyOf(sections);
    }

    /** Every figure of every section. */
    Stream<Figure> figures() {
        return sections.stream().flatMap(section -> section.all().stream());
    }
}
