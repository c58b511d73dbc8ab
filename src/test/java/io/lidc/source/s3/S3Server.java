package io.lidc.source.s3;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server on the loopback interface over a folder: each folder in it is a bucket. */
public final class S3Server implements AutoCloseable {
    private final S3Proxy server;

    /** Serves the folder. */
    public S3Server(Path folder) throws Exception {
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.NONE, "", "")
                .jettyMaxThreads(100)
                .stopTimeout(0)
                .build();
        server.start();
    }

    /** Port on the loopback interface. */
    public int port() {
        return server.getPort();
    }

    /** For clients. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not stop", e);
        }
    }
}
