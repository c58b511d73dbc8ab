package io.lidc.source.s3;

import io.lidc.source.s3.FaultyProxy.Fault;
import java.nio.file.Path;

/**
 * Serves a folder of buckets as S3 does, each answer 50 ms late, until the process is ended: for measuring
 * {@code lidc ingest s3://BUCKET} with {@code S3_ENDPOINT} set to the URL that it prints. {@code S3_PATH_STYLE=true},
 * {@code S3_REGION=us-east-1} and any credentials go with it.
 */
public final class S3Benchmark {
    private S3Benchmark() {}

    /** @param arguments the folder, and {@code fast} to leave the latency out */
    public static void main(String[] arguments) throws Exception {
        Fault fault = arguments.length > 1 && arguments[1].equals("fast") ? Fault.NONE : Fault.LATENCY;
        try (S3Server server = new S3Server(Path.of(arguments[0]));
                FaultyProxy proxy = new FaultyProxy(server.port(), request -> fault)) {
            System.out.println(proxy.endpoint());
            Thread.currentThread().join();
        }
    }
}
