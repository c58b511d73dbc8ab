package io.lidc.store.schema;

import io.lidc.store.jdbc.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The columns of a database with their types, as the database itself tells. */
final class SchemaColumns {
    private static final String SQLITE =
            "select t.name, c.name, lower(c.type) from sqlite_master t, pragma_table_info(t.name) c"
                    + " where t.type in ('table', 'view') and t.name not like 'flyway%' and t.name not like 'sqlite%'"
                    + " order by t.name, c.cid";
    private static final String POSTGRESQL = "select c.relname, a.attname, format_type(a.atttypid, a.atttypmod)"
            + " from pg_class c join pg_attribute a on a.attrelid = c.oid"
            + " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition"
            + " and c.relname not like 'flyway%' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum";

    private SchemaColumns() {}

    /** By table or view: the types by column. */
    static Map<String, Map<String, String>> of(TestDatabase database, DataSource dataSource) throws SQLException {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        String query = database == TestDatabase.SQLITE ? SQLITE : POSTGRESQL;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), table -> new LinkedHashMap<>())
                        .put(rows.getString(2), rows.getString(3));
            }
        }
        return tables;
    }
}
