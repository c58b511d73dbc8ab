package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects in a bucket of a real S3 server, by s3a, and the tables in another one. */
class BucketIT {
    @TempDir
    Path folder;

    private BucketServer server;
    private String endpoint;

    @BeforeEach
    void fillABucket() throws Exception {
        // SDKs of late add checksums that servers of before do not know.
        System.setProperty("aws.requestChecksumCalculation", "when_required");
        System.setProperty("aws.responseChecksumValidation", "when_required");
        for (String bucket : List.of("dicom", "tables")) {
            Files.createDirectories(folder.resolve("buckets").resolve(bucket));
        }
        server = new BucketServer(folder.resolve("buckets"));
        endpoint = server.endpoint();
        Configuration hadoop = LocalSpark.session().sparkContext().hadoopConfiguration();
        hadoop.set("fs.s3a.endpoint", endpoint);
        hadoop.set("fs.s3a.endpoint.region", "us-east-1");
        hadoop.set("fs.s3a.path.style.access", "true");
        hadoop.set("fs.s3a.access.key", "any");
        hadoop.set("fs.s3a.secret.key", "any");
        hadoop.set("fs.s3a.impl.disable.cache", "true");
        upload(Lidc.sample(folder.resolve("sample")), hadoop);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void upload(Path tree, Configuration hadoop) throws IOException {
        org.apache.hadoop.fs.Path bucket = new org.apache.hadoop.fs.Path("s3a://dicom/tree");
        try (FileSystem fileSystem = FileSystem.newInstance(bucket.toUri(), hadoop)) {
            fileSystem.copyFromLocalFile(new org.apache.hadoop.fs.Path(tree.toUri()), bucket);
        }
    }

    /** And reads nothing that it knows, the second time. */
    @Test
    void givesTheRowsThatTheDatabaseHas() throws Exception {
        TestDatabase database = new TestDatabase(folder.resolve("lidc.db"));
        database.ingestFromBucket(endpoint, "s3://dicom/tree/");
        List<String> arguments = List.of("--input", "s3a://dicom/tree/", "--output", "s3a://tables/out");
        LocalSpark.run(arguments);

        String snapshot = LocalSpark.snapshot("s3a://tables/out");
        for (String table : TableSchema.ALL) {
            assertThat(Rows.of(LocalSpark.session(), snapshot, table)).as(table).isEqualTo(database.rows(table));
        }
        assertThat(LocalSpark.run(arguments).bytesRead()).isZero();
    }
}
