package io.lidc.stow;

import io.lidc.dicom.HeaderReader;
import io.lidc.ingest.Chunk;
import io.lidc.model.Outcome;
import io.lidc.store.MetadataStore;
import io.lidc.stow.multipart.Multipart;
import io.lidc.stow.multipart.PartStream;
import io.lidc.stow.multipart.RefusedRequestException;
import io.lidc.stow.multipart.SinglePart;
import io.lidc.stow.received.ReceivedChunk;
import io.lidc.stow.received.ReceivedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store transaction (PS3.18 section 10.5): opens requests and writes their responses. */
public final class StowService {
    private static final Logger LOG = LoggerFactory.getLogger(StowService.class);
    private static final Pattern PATH = Pattern.compile("/instances/?|/studies(?:/([0-9.]{1,64}))?/?");

    private static final Set<String> SINGLE_TYPES = Set.of("", "application/dicom", "application/octet-stream");
    private static final Set<String> ZIP_TYPES = Set.of("application/zip", "application/x-zip-compressed");

    private final HeaderReader reader;
    private final PushedArchives archives;
    private final MetadataStore store;
    private final PushLimits limits;
    private final ReceivedFiles files;

    /**
     * @param keep folder in which objects are kept; empty for metadata only
     * @throws IOException when that folder, or one for temporary files, cannot be created
     */
    public StowService(
            HeaderReader reader, PushedArchives archives, MetadataStore store, PushLimits limits, String keep)
            throws IOException {
        this.reader = reader;
        this.archives = archives;
        this.store = store;
        this.limits = limits;
        this.files = new ReceivedFiles(keep);
    }

    /**
     * Checks path and content type, and makes the request's objects ready to be read as they arrive.
     *
     * @throws RefusedRequestException when the service does not support it
     */
    public StoreRequest open(Exchange exchange) {
        Message message = exchange.getMessage();
        Matcher path = PATH.matcher(message.getHeader(Exchange.HTTP_URI, "", String.class));
        if (!path.matches()) {
            throw new RefusedRequestException(404, "objects are posted to /studies, /studies/{study} or /instances");
        }
        InputStream body = message.getBody(InputStream.class);
        StoreRequest request = new StoreRequest(
                payload(
                        path.group(1),
                        message.getHeader(Exchange.HTTP_URI, String.class).startsWith("/instances"),
                        message.getHeader(Exchange.CONTENT_TYPE, "", String.class),
                        new RequestBody(body == null ? InputStream.nullInputStream() : body, limits)),
                path.group(1));
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                discard(request);
            }
        });
        return request;
    }

    private Payload payload(String study, boolean single, String contentType, InputStream body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("multipart/related")) {
            return parts(new Multipart(body, contentType, limits.parts()), study);
        }
        if (single && SINGLE_TYPES.contains(type)) {
            return parts(new SinglePart(body), study);
        }
        if (single && ZIP_TYPES.contains(type)) {
            return new ZipPayload(body, archives, reader, files, limits);
        }
        throw new RefusedRequestException(415, "the content type is not supported here");
    }

    private Payload parts(PartStream parts, String study) {
        return new PartPayload(parts, reader, files, limits, study);
    }

    /** Records the outcomes of a chunk, once it is committed. */
    public void record(
            @Body Chunk stored,
            @ExchangeProperty("received") ReceivedChunk received,
            @ExchangeProperty("request") StoreRequest request)
            throws SQLException {
        Map<String, Outcome> outcomes = stored.getOutcomes();
        List<String> known = received.getReferences().stream()
                .map(object -> object.location().uri())
                .filter(uri -> !outcomes.containsKey(uri))
                .toList();
        request.add(received, outcomes, store.conflicts(known));
    }

    /** Writes the response to a request whose objects are all committed. */
    public void respond(Exchange exchange) {
        StoreResponse response =
                exchange.getProperty("request", StoreRequest.class).response();
        if (response.isEmpty()) {
            throw new RefusedRequestException(400, "the content holds no object");
        }
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
        message.setHeader(Exchange.CONTENT_TYPE, "application/dicom+json");
        message.setBody(response.toJson());
    }

    private static void discard(StoreRequest request) {
        try {
            request.discard();
        } catch (IOException e) {
            LOG.warn("A temporary file of a push cannot be deleted: {}", e.toString());
        }
    }
}
