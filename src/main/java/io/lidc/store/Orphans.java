package io.lidc.store;

import io.lidc.store.instance.SetAsideTable;
import io.lidc.store.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Series, studies and patients of which nothing is left, since their files hold something else now: after files were de-identified
 * in place, say. They go at the end of the run that saw it, together, as no chunk can tell what another writer is about to add.
 */
final class Orphans {
    private static final String SUPERSEDED_BY =
            "select 1 from set_aside where run_id = ? and outcome = '" + SetAsideTable.SUPERSEDED + "' limit 1";
    private static final List<String> DELETIONS = List.of(
            "delete from series where not exists (select 1 from instance"
                    + " where instance.series_instance_uid = series.series_instance_uid)",
            "delete from study where not exists (select 1 from series"
                    + " where series.study_instance_uid = study.study_instance_uid) and " + isStale("study"),
            "delete from patient where not exists (select 1 from study"
                    + " where study.patient_id = patient.patient_id"
                    + " and study.issuer_of_patient_id = patient.issuer_of_patient_id) and " + isStale("patient"));

    private Orphans() {}

    /** Instances without a series have a study, or a patient, that no series leads to: those are no orphans. */
    private static String isStale(String table) {
        return "(not exists (select 1 from instance where instance.sop_instance_uid = " + table + ".described_by)"
                + " or exists (select 1 from set_aside where set_aside.sop_instance_uid = " + table
                + ".described_by and set_aside.outcome = '" + SetAsideTable.SUPERSEDED + "'))";
    }

    /** Removes them, where these runs have replaced the state of something; to be called before the transaction does anything else. */
    static void removeAfter(Connection connection, Dialect dialect, List<String> runIds) throws SQLException {
        for (String runId : runIds) {
            if (hasReplaced(connection, runId)) {
                remove(connection, dialect);
                return;
            }
        }
    }

    private static boolean hasReplaced(Connection connection, String runId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUPERSEDED_BY)) {
            statement.setString(1, runId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void remove(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Optional<String> lock = dialect.lockOfInstances();
            if (lock.isPresent()) {
                statement.execute(lock.get());
            }
            for (String deletion : DELETIONS) {
                statement.executeUpdate(deletion);
            }
        }
    }
}
