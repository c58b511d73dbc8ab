package io.lidc.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** From the words of a command line to what can be downloaded. */
public final class RemotePlaces {
    private static final int MOST_MANIFEST = 256 << 20;

    private final WebClient client;
    private final String nbiaEndpoint;
    private final GraphAccount account;

    /** @param nbiaEndpoint base URL of the NBIA Search REST API */
    public RemotePlaces(WebClient client, String nbiaEndpoint, GraphAccount account) {
        this.client = client;
        this.nbiaEndpoint = nbiaEndpoint;
        this.account = account;
    }

    /** Whether the words can only mean something to download: a URL, a place in SharePoint, a TCIA manifest. */
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
     * What a manifest, by path or URL, or a place in SharePoint lists.
     *
     * @throws IOException when there is no such thing, or it is not to be had
     */
    RemoteListing list(String source) throws IOException {
        if (isGraph(source)) {
            return GraphListing.of(new GraphClient(client, account), source);
        }
        String manifest = new String(bytes(source), StandardCharsets.UTF_8);
        return TciaListing.isOne(manifest)
                ? new TciaListing(client, nbiaEndpoint, manifest)
                : new ManifestListing(Manifest.entries(manifest.replaceFirst("^\uFEFF", "")));
    }

    private byte[] bytes(String source) throws IOException {
        if (isUrl(source)) {
            try {
                return client.read(Request.get(URI.create(source)), MOST_MANIFEST);
            } catch (IllegalArgumentException e) {
                throw new RefusedException("not a URL");
            }
        }
        try (InputStream file = Files.newInputStream(Path.of(source))) {
            byte[] bytes = file.readNBytes(MOST_MANIFEST + 1);
            if (bytes.length > MOST_MANIFEST) {
                throw new RefusedException("the manifest is longer than " + MOST_MANIFEST + " bytes");
            }
            return bytes;
        }
    }
}
