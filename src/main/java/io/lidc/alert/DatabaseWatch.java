package io.lidc.alert;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Whether the database answers. It is asked at each look; one that fails once may have been restarted, or be busy. */
final class DatabaseWatch implements Watch {
    private static final int MIN_FAILURES = 2;

    private final String name;
    private SQLException failure;
    private int failures;

    DatabaseWatch(String name) {
        this.name = Subject.of(name);
    }

    @Override
    public AlertCondition condition() {
        return AlertCondition.DATABASE_UNAVAILABLE;
    }

    void answered() {
        failures = 0;
    }

    void failed(SQLException reason) {
        failure = reason;
        failures++;
    }

    @Override
    public List<Finding> look(Instant now, Set<String> open) {
        if (failures == 0) {
            return List.of(Finding.fine(condition(), name, "the database answers again"));
        }
        return failures < MIN_FAILURES
                ? List.of()
                : List.of(Finding.raised(condition(), name, failure.getMessage(), null));
    }
}
