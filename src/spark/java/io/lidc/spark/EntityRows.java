package io.lidc.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.lidc.metadata.Description;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.Tuple2;
import scala.Tuple3;

/** The rows of an {@link Entity}, from what instances say of it. */
final class EntityRows {
    private final Entity entity;
    private final Snapshot previous;

    EntityRows(Entity entity, Snapshot previous) {
        this.entity = entity;
        this.previous = previous;
    }

    /**
     * All rows of the table.
     *
     * @param stored objects whose instances this run has stored, with {@code is_new}: whether the previous snapshot lacks the instance
     */
    Dataset<Row> of(Dataset<Row> stored) {
        Entity described = entity;
        JavaPairRDD<List<String>, Description> fresh = fresh(stored.filter(col("is_new")));
        JavaRDD<Row> rows = previous.isEmpty()
                ? fresh.map(one -> described.write(one._1, one._2))
                : merged(fresh, stored.filter(not(col("is_new"))));
        return previous.spark().createDataFrame(rows, TableSchema.of(entity.table()));
    }

    private Dataset<Row> said(Dataset<Row> stored) {
        List<Column> columns = new ArrayList<>();
        entity.columns().forEach(name -> columns.add(col(name)));
        columns.add(col("sop_instance_uid"));
        return stored.select(columns.toArray(Column[]::new));
    }

    /** Neighbours mostly describe the same: they are put together before anything is sent. */
    private JavaPairRDD<List<String>, Description> fresh(Dataset<Row> stored) {
        Entity described = entity;
        return said(stored)
                .toJavaRDD()
                .mapPartitionsToPair(rows -> together(described, rows))
                .reduceByKey((one, other) -> {
                    Description both = one.copy();
                    both.add(other);
                    return both;
                });
    }

    private static Iterator<Tuple2<List<String>, Description>> together(Entity entity, Iterator<Row> rows) {
        Map<List<String>, Description> all = new HashMap<>();
        int last = entity.columns().size();
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> key = entity.keyOf(row);
            if (key != null) {
                entity.add(all.computeIfAbsent(key, name -> entity.blank()), row.getString(last), row);
            }
        }
        return all.entrySet().stream()
                .map(one -> new Tuple2<>(one.getKey(), one.getValue()))
                .iterator();
    }

    /** What a replaced instance no longer says is forgotten, before others are heard. */
    private JavaRDD<Row> merged(JavaPairRDD<List<String>, Description> fresh, Dataset<Row> replaced) {
        Entity described = entity;
        int last = entity.columns().size();
        JavaPairRDD<List<String>, Description> before = previous.table(entity.table())
                .select(TableSchema.columns(entity.table()).stream()
                        .map(functions::col)
                        .toArray(Column[]::new))
                .toJavaRDD()
                .mapToPair(row -> new Tuple2<>(described.keyOf(row), described.read(row)));
        JavaPairRDD<List<String>, Row> anew = said(replaced)
                .toJavaRDD()
                .filter(row -> described.keyOf(row) != null)
                .mapToPair(row -> new Tuple2<>(described.keyOf(row), row));
        return before.cogroup(anew, fresh).map(group -> described.write(group._1, join(described, last, group._2)));
    }

    private static Description join(
            Entity entity, int last, Tuple3<Iterable<Description>, Iterable<Row>, Iterable<Description>> group) {
        Description all = null;
        for (Description before : group._1()) {
            all = before.copy();
        }
        // In the order of the store: an instance may say less than it did, and another one what it said.
        List<Row> anew = new ArrayList<>();
        group._2().forEach(anew::add);
        anew.sort(Comparator.comparing(row -> row.getString(last)));
        for (Row row : anew) {
            all = all == null ? entity.blank() : all;
            entity.add(all, row.getString(last), row);
        }
        for (Description fresh : group._3()) {
            if (all == null) {
                all = fresh.copy();
            } else {
                all.add(fresh);
            }
        }
        return all;
    }
}
