package io.lidc.alert;

import java.util.Locale;

/** How urgent an alert is. The names are those of PagerDuty. */
public enum Severity {
    /** Nothing is stored any more: act at once. */
    CRITICAL,
    /** Something is not taken in: act today. */
    ERROR,
    /** Nothing is lost yet. */
    WARNING;

    /** As tables and messages have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
