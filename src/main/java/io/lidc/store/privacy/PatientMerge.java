package io.lidc.store.privacy;

import io.lidc.metadata.Columns;
import io.lidc.metadata.Description;
import io.lidc.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives patients other keys. Those that get the same key become one, described as if their instances had been of one patient
 * from the start. All within one transaction, as old rows and new ones could not be told apart after it.
 */
final class PatientMerge {
    private static final List<String> KEY = List.of("patient_id", "issuer_of_patient_id");
    private static final List<String> ATTRIBUTES = Rewriting.names(Columns.PATIENT);
    private static final List<String> ALL = Stream.of(KEY, ATTRIBUTES, List.of("described_by", "value_sources"))
            .flatMap(List::stream)
            .toList();
    private static final String SELECT = "select " + String.join(", ", ALL) + " from ";
    private static final String BEFORE = SELECT + "patient_before where ordinal between ? and ? order by ordinal";
    private static final String FIND = SELECT + "patient where patient_id = ? and issuer_of_patient_id = ?";
    private static final String WRITE = Sql.insert("patient", ALL)
            + " on conflict (patient_id, issuer_of_patient_id) do update set "
            + Sql.takeExcluded(ALL.subList(KEY.size(), ALL.size()));

    private final Connection connection;
    private final RowPrivacy privacy;
    private final int pageSize;
    private final Map<List<String>, Description> current = new LinkedHashMap<>();

    PatientMerge(Connection connection, RowPrivacy privacy, int pageSize) {
        this.connection = connection;
        this.privacy = privacy;
        this.pageSize = pageSize;
    }

    /** Gives the number of patients that there were. */
    long execute() throws SQLException {
        execute("drop table if exists patient_before");
        execute("create temporary table patient_before as select row_number() over (order by patient_id,"
                + " issuer_of_patient_id) as ordinal, patient.* from patient");
        execute("delete from patient");
        long first = 1;
        int read = readPage(first);
        while (read > 0) {
            writePage();
            first += read;
            read = readPage(first);
        }
        execute("drop table patient_before");
        return first - 1;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int readPage(long first) throws SQLException {
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
            statement.setLong(1, first);
            statement.setLong(2, first + pageSize - 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> key = privacy.patientKey(Rewriting.texts(rows, 1, KEY.size()));
                    List<Object> attributes = privacy.patient(Rewriting.texts(rows, KEY.size() + 1, ATTRIBUTES.size()));
                    add(key, description(rows, attributes));
                    count++;
                }
            }
        }
        return count;
    }

    private void add(List<String> key, Description description) {
        Description known = current.putIfAbsent(key, description);
        if (known != null) {
            known.add(description);
        }
    }

    private static Description description(ResultSet row, List<Object> attributes) throws SQLException {
        int next = KEY.size() + ATTRIBUTES.size() + 1;
        return new Description(ATTRIBUTES, attributes, row.getString(next), row.getString(next + 1));
    }

    /** With what earlier pages have written under the same keys. */
    private void writePage() throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND);
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (Map.Entry<List<String>, Description> patient : current.entrySet()) {
                Description description = patient.getValue();
                addWritten(find, patient.getKey(), description);
                List<Object> row = new ArrayList<>(patient.getKey());
                row.addAll(description.values());
                row.add(description.describedBy());
                row.add(description.others());
                Sql.bind(write, 1, row);
                write.addBatch();
            }
            write.executeBatch();
        }
        current.clear();
    }

    private static void addWritten(PreparedStatement find, List<String> key, Description description)
            throws SQLException {
        Sql.bind(find, 1, key);
        try (ResultSet rows = find.executeQuery()) {
            if (rows.next()) {
                List<Object> attributes = new ArrayList<>(Rewriting.texts(rows, KEY.size() + 1, ATTRIBUTES.size()));
                description.add(description(rows, attributes));
            }
        }
    }
}
