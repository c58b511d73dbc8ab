package io.lidc.alert;

import io.lidc.config.Redaction;

/** Names of what alerts are about. They leave the house: no credentials, no query, not more than fits. */
final class Subject {
    private static final int MAX_LENGTH = 200;

    private Subject() {}

    /** Of a source, or of several, one a line. */
    static String of(String source) {
        String name = Redaction.of(source)
                .replaceAll("\\?[^\\n]*", "")
                .replace('\n', ' ')
                .strip();
        return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH) + "…";
    }
}
