package io.lidc.stow;

import io.lidc.dicom.HeaderReader;
import io.lidc.ingest.Chunk;
import io.lidc.model.Outcome;
import io.lidc.source.Sources;
import io.lidc.source.archive.Archives;
import io.lidc.store.MetadataStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.streams.ChannelInputStream;

/** Opens requests and writes their answers. */
public final class StowService {
    private static final Logger LOG = LoggerFactory.getLogger(StowService.class);
    private static final Pattern PATH = Pattern.compile("/instances/?|/studies(?:/([0-9.]{1,64}))?/?");

    private static final Set<String> SINGLE_TYPES = Set.of("", "application/dicom", "application/octet-stream");
    private static final Set<String> ZIP_TYPES = Set.of("application/zip", "application/x-zip-compressed");

    private final HeaderReader reader;
    private final Archives archives;
    private final Sources sources;
    private final PushProvider received;
    private final MetadataStore store;
    private final PushLimits limits;
    private final KeepDirectory keptFiles;

    /** @param keep folder in which objects are kept; empty for metadata only */
    public StowService(
            HeaderReader reader,
            Archives archives,
            Sources sources,
            PushProvider received,
            MetadataStore store,
            PushLimits limits,
            String keep) {
        this.reader = reader;
        this.archives = archives;
        this.sources = sources;
        this.received = received;
        this.store = store;
        this.limits = limits;
        this.keptFiles = keep.isEmpty() ? null : new KeepDirectory(Path.of(keep));
    }

    /**
     * Looks at path and content type, and makes the request's objects ready to be read as they arrive.
     *
     * @throws RefusedRequestException when it is nothing that this service takes
     */
    public StoreRequest open(Exchange exchange) {
        Message message = exchange.getMessage();
        Matcher path = PATH.matcher(message.getHeader(Exchange.HTTP_URI, "", String.class));
        if (!path.matches()) {
            throw new RefusedRequestException(404, "objects are posted to /studies, /studies/{study} or /instances");
        }
        InputStream body = message.getBody(InputStream.class);
        if (body instanceof ChannelInputStream channel) {
            channel.setReadTimeout(limits.patienceSeconds(), TimeUnit.SECONDS);
        }
        StoreRequest request = new StoreRequest(
                arrivals(
                        path.group(1),
                        message.getHeader(Exchange.HTTP_URI, String.class).startsWith("/instances"),
                        message.getHeader(Exchange.CONTENT_TYPE, "", String.class),
                        new RequestBody(body == null ? InputStream.nullInputStream() : body, limits.requestBytes())),
                path.group(1));
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                discard(request);
            }
        });
        return request;
    }

    private Payload arrivals(String study, boolean single, String contentType, InputStream body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("multipart/related")) {
            return parts(new Multipart(body, contentType, limits.parts()), study);
        }
        if (single && SINGLE_TYPES.contains(type)) {
            return parts(new SinglePart(body), study);
        }
        if (single && ZIP_TYPES.contains(type)) {
            return new ZipPayload(body, archives, sources, received, reader, keptFiles, limits);
        }
        throw new RefusedRequestException(415, "the content type is none that is taken here");
    }

    private Payload parts(PartStream parts, String study) {
        return new PartPayload(parts, reader, keptFiles, limits, study);
    }

    /** Takes down what became of a chunk, once it is committed. */
    public void record(
            @Body Chunk stored,
            @ExchangeProperty("received") ReceivedChunk chunkObjects,
            @ExchangeProperty("request") StoreRequest request)
            throws SQLException {
        Map<String, Outcome> outcomes = stored.getOutcomes();
        List<String> known = chunkObjects.getReferences().stream()
                .map(object -> object.location().uri())
                .filter(uri -> !outcomes.containsKey(uri))
                .toList();
        request.add(chunkObjects, outcomes, store.conflicts(known));
    }

    /** Writes the answer of a request that has been worked through. */
    public void respond(Exchange exchange) {
        StoreResponse answer = exchange.getProperty("request", StoreRequest.class).answer();
        if (answer.isEmpty()) {
            throw new RefusedRequestException(400, "the body holds no object");
        }
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, "application/dicom+json");
        message.setBody(answer.toJson());
    }

    private static void discard(StoreRequest request) {
        try {
            request.discard();
        } catch (IOException e) {
            LOG.warn("A temporary file of a push cannot be deleted", e);
        }
    }
}
