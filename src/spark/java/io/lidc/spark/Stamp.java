package io.lidc.spark;

import static org.apache.spark.sql.functions.lit;

import io.lidc.model.SourceKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a row says of its last change.
 *
 * @param time to the second
 */
record Stamp(String runId, Instant time) {
    private static final UserDefinedFunction SOURCE_KEY =
            functions.udf((UDF1<String, Long>) SourceKey::of, DataTypes.LongType);

    static Stamp of(String runId) {
        return new Stamp(runId, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    Column run() {
        return lit(runId);
    }

    Column storedAt() {
        return lit(Timestamp.from(time));
    }

    /** The key of {@code source_uri}. */
    static Column sourceKey() {
        return SOURCE_KEY.apply(functions.col("source_uri"));
    }
}
