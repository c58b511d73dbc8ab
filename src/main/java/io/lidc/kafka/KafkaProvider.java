package io.lidc.kafka;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.Source;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Records of topics, {@code kafka:TOPIC/PARTITION/OFFSET}: what they refer to has locations of its own. */
public final class KafkaProvider implements SourceProvider {
    static final String SCHEME = "kafka:";

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(SCHEME);
    }

    /** @throws FileNotFoundException always: a topic is read by the service */
    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        throw new FileNotFoundException(uri + ": a topic is read by lidc run, with " + KafkaKeys.WORKER);
    }

    @Override
    public ByteSource open(Location location) throws IOException {
        throw new SourceException(SourceError.NOT_KEPT, "the record was read once, and named no object");
    }
}
