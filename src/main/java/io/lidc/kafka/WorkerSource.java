package io.lidc.kafka;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.util.Collections;
import java.util.Iterator;

/** The topic as the source of a worker's runs; what it delivers comes in batches, each a source of its own. */
public record WorkerSource(String topic) implements Source {

    @Override
    public String uri() {
        return KafkaProvider.SCHEME + topic;
    }

    @Override
    public Iterator<ObjectReference> list() {
        return Collections.emptyIterator();
    }
}
