package io.lidc.spark;

import io.lidc.metadata.Columns;
import io.lidc.metadata.InstanceDifferences.Compared;
import io.lidc.metadata.WarningCodes;
import io.lidc.model.Location;
import io.lidc.model.StoredInstance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** One of several objects with the same SOP Instance UID: read by this run, or on record. */
record Contender(Row row) {
    /** Read by this run. */
    static final String OBJECT = "OBJECT";
    /** An instance of the previous snapshot. */
    static final String STORED = "STORED";
    /** The same, whose location holds another instance by now. */
    static final String CLEARED = "CLEARED";
    /** A copy on record in the previous snapshot. */
    static final String COPY = "COPY";

    /** As objects are compared within a chunk: whole ones first, then in the order of discovery. */
    static final Comparator<Contender> BY_DISCOVERY = Comparator.comparing(
                    (Contender contender) -> WarningCodes.isCut(contender.row.getAs("warnings")))
            .thenComparing(Contender::order, Arrays::compareUnsigned);

    /** The columns that rows need. */
    static Column[] columns(String role) {
        List<String> names = new ArrayList<>(List.of(
                "object_order",
                "source_uri",
                "size",
                "version",
                "sop_instance_uid",
                "series_instance_uid",
                "transfer_syntax_uid",
                "header_digest",
                "warnings",
                "run_id"));
        Columns.INSTANCE.forEach(column -> names.add(column.name()));
        List<Column> columns = new ArrayList<>();
        columns.add(functions.lit(role).as("role"));
        names.forEach(name -> columns.add(functions.col(name)));
        return columns.toArray(Column[]::new);
    }

    String role() {
        return row.getAs("role");
    }

    byte[] order() {
        return row.getAs("object_order");
    }

    StoredInstance instance() {
        return new StoredInstance(
                row.getAs("sop_instance_uid"),
                row.getAs("series_instance_uid"),
                new Location(row.getAs("source_uri"), row.<Long>getAs("size"), row.getAs("version")),
                row.getAs("header_digest"),
                row.getAs("warnings"),
                row.getAs("run_id"));
    }

    Compared compared() {
        List<Object> values = Columns.INSTANCE.stream()
                .map(column -> row.<Object>getAs(column.name()))
                .toList();
        return new Compared(row.getAs("series_instance_uid"), row.getAs("transfer_syntax_uid"), values);
    }
}
