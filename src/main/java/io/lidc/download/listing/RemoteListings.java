package io.lidc.download.listing;

import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Request;
import io.lidc.download.http.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lists what can be downloaded from a source: a manifest, a TCIA manifest or a SharePoint location. */
public final class RemoteListings {
    private static final int MAX_MANIFEST = 256 << 20;

    private final WebClient client;
    private final String nbiaEndpoint;
    private final GraphAccount account;

    /** @param nbiaEndpoint base URL of the NBIA Search REST API */
    public RemoteListings(WebClient client, String nbiaEndpoint, GraphAccount account) {
        this.client = client;
        this.nbiaEndpoint = nbiaEndpoint;
        this.account = account;
    }

    /** Whether the source can only be downloaded: a URL, a SharePoint location, a TCIA manifest. */
    public static boolean isRemote(String source) {
        return isUrl(source) || isGraph(source) || source.endsWith(".tcia");
    }

    private static boolean isUrl(String source) {
        return source.startsWith("https://") || source.startsWith("http://");
    }

    private static boolean isGraph(String source) {
        return source.startsWith("sharepoint://") || source.startsWith("graph:");
    }

    /**
     * The files of a manifest, by path or URL, or of a SharePoint location, without two of the same target name.
     *
     * @throws IOException when the source does not exist or is unavailable
     */
    public RemoteListing list(String source) throws IOException {
        return new UniqueNames(listing(source));
    }

    private RemoteListing listing(String source) throws IOException {
        if (isGraph(source)) {
            return GraphListing.of(new GraphClient(client, account), source);
        }
        String manifest = new String(bytes(source), StandardCharsets.UTF_8);
        return TciaListing.isTciaManifest(manifest)
                ? new TciaListing(client, nbiaEndpoint, manifest)
                : new ManifestListing(Manifest.entries(manifest.replaceFirst("^\uFEFF", "")));
    }

    private byte[] bytes(String source) throws IOException {
        if (isUrl(source)) {
            try {
                return client.read(Request.get(URI.create(source)), MAX_MANIFEST);
            } catch (IllegalArgumentException e) {
                throw new RefusedException("not a URL");
            }
        }
        try (InputStream file = Files.newInputStream(Path.of(source))) {
            byte[] bytes = file.readNBytes(MAX_MANIFEST + 1);
            if (bytes.length > MAX_MANIFEST) {
                throw new RefusedException("the manifest is longer than " + MAX_MANIFEST + " bytes");
            }
            return bytes;
        }
    }
}
