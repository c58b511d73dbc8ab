package io.lidc.app;

import io.lidc.source.s3.Aws;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import software.amazon.awssdk.services.s3.S3Client;

/** Gives routes the client of buckets as the bean s3Client. It is made when a route first asks: it takes half a second. */
final class LazyS3Client extends MainListenerSupport {
    private final Aws aws;

    LazyS3Client(Aws aws) {
        this.aws = aws;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        main.getCamelContext().getRegistry().bind("s3Client", S3Client.class, aws::s3Client);
    }
}
