package io.lidc.ingest.component;

import io.lidc.source.Sources;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/**
 * The component {@code dicom-source}: polls whatever {@link Sources} lists. Each poll is a run, each exchange a chunk of it, and the
 * source is told of a chunk when its exchange is done and the chunk committed.
 */
@Component("dicom-source")
public final class SourceComponent extends HealthCheckComponent {
    private final Sources sources;
    private final int chunkSize;
    private final double failureThreshold;

    /**
     * @param chunkSize objects in a chunk at most, where an endpoint does not say
     * @param failureThreshold share of unreadable objects, 0 to 1, that is too many
     */
    public SourceComponent(Sources sources, int chunkSize, double failureThreshold) {
        this.sources = sources;
        this.chunkSize = chunkSize;
        this.failureThreshold = failureThreshold;
    }

    /** What is polled has a URI of its own, and paths have blanks, {@code %} and {@code #}: none of it is decoded or escaped. */
    @Override
    public boolean useRawUri() {
        return true;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SourceEndpoint endpoint = new SourceEndpoint(uri, this, path(uri));
        endpoint.setChunkSize(chunkSize);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** What stands between the scheme and the options, as it is. */
    private static String path(String uri) {
        String path = uri.substring(uri.indexOf(':') + 1).replaceFirst("(?s)\\?.*", "");
        return path.startsWith("//") ? path.substring(2) : path;
    }

    Sources sources() {
        return sources;
    }

    double failureThreshold() {
        return failureThreshold;
    }
}
