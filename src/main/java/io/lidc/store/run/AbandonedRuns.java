package io.lidc.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs that their processes left open. */
public final class AbandonedRuns {
    /** Its process is gone without having ended it. */
    static final String STATE = "ABANDONED";

    private static final String SIGN_OF_LIFE = "coalesce(heartbeat_at, started_at)";
    private static final String OPEN = "select run_id, owner, case when " + SIGN_OF_LIFE
            + " < ? then 1 else 0 end as silent from run where state = 'RUNNING' order by run_id";
    private static final String CLOSE = "update run set state = '" + STATE + "', finished_at = " + SIGN_OF_LIFE
            + " where run_id = ? and state = 'RUNNING'";

    private AbandonedRuns() {}

    /** Closes those whose process on this host is gone, and those of other hosts that were silent for so long; gives their ids. */
    public static List<String> close(Connection connection, Duration silence) throws SQLException {
        List<String> abandoned = find(connection, Instant.now().minus(silence));
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            for (String runId : abandoned) {
                statement.setString(1, runId);
                statement.executeUpdate();
            }
        }
        return abandoned;
    }

    private static List<String> find(Connection connection, Instant silentSince) throws SQLException {
        List<String> abandoned = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, Stamp.text(silentSince));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional<RunOwner> near = RunOwner.parse(rows.getString(2)).filter(RunOwner::isNear);
                    boolean gone = near.isPresent() ? !near.get().isAlive() : rows.getInt(3) == 1;
                    if (gone) {
                        abandoned.add(rows.getString(1));
                    }
                }
            }
        }
        return abandoned;
    }
}
