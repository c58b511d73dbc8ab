package io.lidc.store;

import io.lidc.testing.Rows;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How deep the indexes of instances are in PostgreSQL, and how large. */
final class IndexDepth {
    private static final String QUERY = """
            select case when index.relname like '%pkey%' then 'primary key' when index.relname like '%series%' then 'series'
                else 'source' end as index, count(*) as indexes, max((bt_metap(index.relname::text)).level) as levels,
              sum(pg_relation_size(index.oid)) / 1000000 as megabytes
            from pg_class index join pg_index on pg_index.indexrelid = index.oid
              join pg_class parent on parent.oid = pg_index.indrelid
            where parent.relname like 'instance%' and index.relkind = 'i'
            group by 1 order by 1
            """;

    private IndexDepth() {}

    static void print(DataSource dataSource) throws SQLException {
        Rows.of(dataSource, "select 1 from pg_available_extensions where name = 'pageinspect'");
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create extension pageinspect");
        }
        Rows.of(dataSource, QUERY).forEach(System.out::println);
    }
}
