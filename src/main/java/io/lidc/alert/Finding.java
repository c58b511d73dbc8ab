package io.lidc.alert;

import java.util.Map;

/**
 * What a watch has found of a subject.
 *
 * @param raised whether somebody has to know of it
 * @param summary in words, without any value or location of an object
 * @param runId the run that showed it; null where none did
 * @param value what was measured; null where nothing is
 * @param threshold what it is measured by; null where nothing is
 * @param codes how many objects failed, by error code
 */
public record Finding(
        AlertCondition condition,
        String subject,
        boolean raised,
        String summary,
        String runId,
        Double value,
        Double threshold,
        Map<String, Long> codes) {

    /** Keeps a copy. */
    public Finding {
        codes = Map.copyOf(codes);
    }

    /** Something that is wrong. */
    static Finding raised(AlertCondition condition, String subject, String summary, String runId) {
        return new Finding(condition, subject, true, summary, runId, null, null, Map.of());
    }

    /** Something that is in order. */
    static Finding fine(AlertCondition condition, String subject, String summary) {
        return new Finding(condition, subject, false, summary, null, null, null, Map.of());
    }

    Key key() {
        return new Key(condition.name(), subject);
    }

    /** What an alert is about: one of each is open at most. */
    record Key(String condition, String subject) {}
}
