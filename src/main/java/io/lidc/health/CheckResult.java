package io.lidc.health;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one check came to.
 *
 * @param name of what was checked: {@code database}, {@code source:folder}
 * @param status {@code UP} or {@code DOWN}
 * @param message why it is down, without any location; null where it is up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckResult(String name, String status, String message) {
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    static CheckResult up(String name) {
        return new CheckResult(name, UP, null);
    }

    static CheckResult down(String name, String message) {
        return new CheckResult(name, DOWN, message);
    }

    boolean isUp() {
        return status.equals(UP);
    }
}
