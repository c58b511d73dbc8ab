package io.lidc.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server over a folder, each folder in it a bucket, in a process of its own: it needs a newer servlet API than Spark does. */
final class BucketServer implements AutoCloseable {
    private static final String STARTED = "listening at ";

    private final Process process;
    private final String endpoint;

    BucketServer(Path folder) throws IOException {
        String libraries =
                Lidc.ROOT.resolve("target/spark/server/*") + File.pathSeparator + System.getProperty("java.class.path");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        libraries,
                        BucketServer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        endpoint = endpoint(process.inputReader());
    }

    private static String endpoint(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(STARTED)) {
                return line.substring(STARTED.length());
            }
            said.append(line).append('\n');
        }
        throw new IOException("the S3 server does not start:\n" + said);
    }

    /** The program of the process. */
    public static void main(String[] arguments) throws Exception {
        S3Proxy server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(arguments[0]))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.NONE, "", "")
                .build();
        server.start();
        System.out.println(STARTED + "http://127.0.0.1:" + server.getPort());
    }

    String endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
