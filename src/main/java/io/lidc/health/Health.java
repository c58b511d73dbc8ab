package io.lidc.health;

import java.util.List;

/**
 * What some checks came to together.
 *
 * @param status {@code UP} where each of them is up, else {@code DOWN}
 */
public record Health(String status, List<CheckResult> checks) {

    static Health of(List<CheckResult> checks) {
        boolean up = checks.stream().allMatch(CheckResult::isUp);
        return new Health(up ? "UP" : "DOWN", List.copyOf(checks));
    }

    /** The HTTP status by which probes tell: 200 or 503. */
    public int httpStatus() {
        return status.equals("UP") ? 200 : 503;
    }
}
