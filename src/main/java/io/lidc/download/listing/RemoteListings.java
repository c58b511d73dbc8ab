package io.lidc.download.listing;

import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Request;
import io.lidc.download.http.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lists what can be downloaded from a source: a manifest, a TCIA manifest or a SharePoint location. */
public final class RemoteListings {
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
        return new UniqueNames(
                isGraph(source)
                        ? GraphListing.of(new GraphClient(client, account), source)
                        : isUrl(source) ? ofUrl(url(source)) : ofFile(Path.of(source)));
    }

    private RemoteListing ofUrl(URI url) throws IOException {
        String uri = Request.withoutQuery(url);
        return listing(uri, uri, client.read(Request.get(url), Manifest.MAX_BYTES));
    }

    private RemoteListing ofFile(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(Manifest.MAX_BYTES + 1);
            return listing(path.toString(), path.toUri().toString(), bytes);
        }
    }

    private RemoteListing listing(String name, String uri, byte[] manifest) throws IOException {
        try {
            return TciaListing.isTciaManifest(manifest)
                    ? new TciaListing(client, nbiaEndpoint, uri, manifest)
                    : new ManifestListing(uri, Manifest.of(manifest));
        } catch (RefusedException e) {
            throw new RefusedException("the manifest " + name + " cannot be read: " + e.getMessage());
        }
    }

    private static URI url(String source) throws RefusedException {
        try {
            return URI.create(source);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("not a URL");
        }
    }
}
