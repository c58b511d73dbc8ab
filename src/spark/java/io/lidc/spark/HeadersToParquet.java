package io.lidc.spark;

import java.io.FileNotFoundException;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The program that spark-submit starts: reads the headers of DICOM objects into Parquet. */
public final class HeadersToParquet {
    private static final int INTERNAL_ERROR = 1;
    private static final int USAGE = 2;

    private HeadersToParquet() {}

    /** Exits with 0, with 1 after an error and with 2 where the arguments make no sense. */
    public static void main(String[] arguments) throws Exception {
        int code = run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(String[] arguments) throws Exception {
        JobOptions options;
        try {
            options = JobOptions.of(arguments, System.getenv("PRIVACY_KEY"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + JobOptions.USAGE);
            return USAGE;
        }
        try (SparkSession spark = session()) {
            System.out.println(new Job(spark, options).run());
            return 0;
        } catch (FileNotFoundException e) {
            System.err.println(e.getMessage());
            return USAGE;
        } catch (UnbalancedException e) {
            System.err.println(e.getMessage());
            return INTERNAL_ERROR;
        }
    }

    /** A session that writes what the pipeline's export writes: times in milliseconds, UTC. */
    static SparkSession session() {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "lidc-headers-to-parquet")
                .setIfMissing("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MILLIS")
                .setIfMissing("spark.sql.session.timeZone", "UTC")
                .setIfMissing("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                // Plans over a hundred columns take their time with it, and gain nothing.
                .setIfMissing("spark.sql.constraintPropagation.enabled", "false")
                // A read at a position that asks for 16 KB gets no more.
                .setIfMissing("spark.hadoop.fs.s3a.readahead.range", "16K");
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
