package io.lidc.ingest;

import io.lidc.model.Extraction;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Gathers the extractions of a split chunk into the chunk, in the order of its parts; none of a part that is to be read later. */
public final class GatherExtractions implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange gathered, Exchange part) {
        throw new UnsupportedOperationException("needs the exchange that was split");
    }

    @Override
    public Exchange aggregate(Exchange gathered, Exchange part, Exchange split) {
        if (part.getException() == null) {
            split.getMessage().getBody(Chunk.class).add(part.getMessage().getBody(Extraction.class));
        } else {
            split.setException(part.getException());
        }
        return split;
    }
}
