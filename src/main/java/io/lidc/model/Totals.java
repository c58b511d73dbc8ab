package io.lidc.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a number of objects.
 *
 * @param discovered objects that the source listed
 * @param outcomes how many ended as which outcome
 * @param bytesRead from the sources
 * @param missing keywords of note, and how many stored instances lack each
 * @param warnings codes of what was odd about headers, and how many stored instances carry each
 */
public record Totals(
        long discovered,
        Map<Outcome, Long> outcomes,
        long bytesRead,
        Map<String, Long> missing,
        Map<String, Long> warnings) {

    /** Nothing discovered yet. */
    public static final Totals NONE = new Totals(0, Map.of(), 0, Map.of(), Map.of());

    /** Keeps copies. */
    public Totals {
        Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);
        byOutcome.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(byOutcome);
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
        warnings = Collections.unmodifiableMap(new TreeMap<>(warnings));
    }

    /** How many ended so. */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** How many were worked on here: neither known before nor handed over to workers. */
    public long handled() {
        return discovered - count(Outcome.UNCHANGED) - count(Outcome.PUBLISHED);
    }

    /** How many have an outcome. */
    public long accounted() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every discovered object has exactly one outcome. */
    public boolean balances() {
        return discovered == accounted();
    }

    /** Unreadable objects as a share of the discovered, 0 to 1. */
    public double failureRate() {
        return discovered == 0 ? 0 : (double) count(Outcome.FAILED) / discovered;
    }

    /** Both together. */
    public Totals plus(Totals other) {
        return new Totals(
                discovered + other.discovered,
                sum(outcomes, other.outcomes),
                bytesRead + other.bytesRead,
                sum(missing, other.missing),
                sum(warnings, other.warnings));
    }

    private static <K extends Comparable<K>> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
        Map<K, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}
