package io.lidc.spark;

import org.apache.spark.sql.SparkSession;

/** {@code spark-submit --class io.lidc.spark.Query lidc-spark.jar FOLDER SQL}: prints what a query over a snapshot or an export gives. */
public final class Query {
    private static final int MAX_ROWS = 1_000;
    private static final int USAGE = 2;

    private Query() {}

    /** Exits with 2 where the arguments make no sense. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("spark-submit --class io.lidc.spark.Query lidc-spark.jar FOLDER SQL");
            System.exit(USAGE);
        }
        try (SparkSession spark = HeadersToParquet.session()) {
            DatabaseViews.register(spark, arguments[0]);
            spark.sql(arguments[1]).show(MAX_ROWS, false);
        }
    }
}
