package io.lidc.kafka;

import io.lidc.ingest.Chunk;
import io.lidc.ingest.header.IoError;
import io.lidc.source.ObjectReference;
import io.lidc.source.ReferenceJson;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultExchange;

/** What is to be read of a chunk, as records for workers. */
public final class Publisher {

    /** One exchange an object, with the reference as its body and the object's folder as its key: a folder is one worker's, as a rule. */
    public List<Exchange> references(@Body Chunk chunk, CamelContext context) {
        List<Exchange> references = new ArrayList<>(chunk.getUnread().size());
        for (ObjectReference object : chunk.getUnread()) {
            Exchange reference = new DefaultExchange(context);
            reference.getMessage().setBody(ReferenceJson.write(told(object)));
            reference
                    .getMessage()
                    .setHeader(KafkaConstants.KEY, folder(object.location().uri()));
            references.add(reference);
        }
        return references;
    }

    /** Why an object is unavailable, in words without a path, as a process that stores it would put them. */
    static ObjectReference told(ObjectReference object) {
        if (object.content() instanceof ObjectReference.Unavailable unavailable
                && !(unavailable.reason() instanceof SourceException)) {
            IOException reason = unavailable.reason();
            return ObjectReference.unavailable(
                    object.location(), SourceException.told(IoError.code(reason), IoError.message(reason), false));
        }
        return object;
    }

    static String folder(String uri) {
        return uri.substring(0, uri.lastIndexOf('/') + 1);
    }
}
