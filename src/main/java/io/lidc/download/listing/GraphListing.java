package io.lidc.download.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.lidc.download.http.Checksum;
import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The files below a folder of a SharePoint library, page by page, depth first (Microsoft Graph, "List children of a
 * driveItem").
 */
final class GraphListing implements RemoteListing {
    private final GraphClient graph;
    private final Deque<Page> pages = new ArrayDeque<>();
    private final Set<URI> visited = new HashSet<>();

    /** A page of a folder; its items are null until it is requested. */
    private record Page(URI url, String folder, Iterator<JsonNode> items) {}

    private GraphListing(GraphClient graph, URI firstPage) {
        this.graph = graph;
        pages.push(new Page(firstPage, "", null));
    }

    /**
     * @param location sharepoint://HOST/sites/SITE[/LIBRARY[/FOLDER…]], or graph:drives/DRIVE-ID[/FOLDER…]
     * @throws IOException when it does not exist, or Graph is unavailable
     */
    static GraphListing of(GraphClient graph, String location) throws IOException {
        boolean drive = location.startsWith("graph:drives/");
        String[] names =
                location.replaceFirst("^(graph:drives|sharepoint:/)/", "").split("/");
        int root = drive ? 1 : 4;
        if (names[0].isEmpty() || !drive && names.length < 3) {
            throw new RefusedException(
                    "a SharePoint location has the form sharepoint://HOST/sites/SITE[/LIBRARY[/FOLDER]]"
                            + " or graph:drives/DRIVE-ID[/FOLDER]");
        }
        StringBuilder folder = new StringBuilder();
        for (int i = root; i < names.length; i++) {
            folder.append('/').append(names[i]);
        }
        String base = "/drives/" + (drive ? encode(names[0]) : library(graph, names));
        return new GraphListing(
                graph,
                graph.url(base + (folder.isEmpty() ? "/root" : "/root:" + encode(folder.toString()) + ":")
                        + "/children"));
    }

    private static String library(GraphClient graph, String[] names) throws IOException {
        JsonNode site = graph.get(graph.url("/sites/" + names[0] + ":" + encode("/" + names[1] + "/" + names[2])));
        String sitePath = "/sites/" + encode(site.path("id").asText());
        if (names.length == 3) {
            return encode(graph.get(graph.url(sitePath + "/drive")).path("id").asText());
        }
        Set<URI> seen = new HashSet<>();
        for (URI page = graph.url(sitePath + "/drives"); page != null && seen.add(page); ) {
            JsonNode answer = graph.get(page);
            for (JsonNode drive : answer.path("value")) {
                String url = drive.path("webUrl").asText().toLowerCase(Locale.ROOT);
                if (drive.path("name").asText().equalsIgnoreCase(names[3])
                        || url.endsWith(encode("/" + names[3]).toLowerCase(Locale.ROOT))) {
                    return encode(drive.path("id").asText());
                }
            }
            page = nextLink(answer);
        }
        throw new RefusedException("the site has no library of that name");
    }

    @Override
    public RemoteFile next() throws IOException {
        while (!pages.isEmpty()) {
            Page page = pages.pop();
            if (page.items == null) {
                if (!visited.add(page.url)) {
                    throw new RefusedException("the pages of the listing form a cycle");
                }
                JsonNode answer = graph.get(page.url);
                URI following = nextLink(answer);
                if (following != null) {
                    pages.push(new Page(following, page.folder, null));
                }
                pages.push(new Page(page.url, page.folder, answer.path("value").iterator()));
            } else if (page.items.hasNext()) {
                pages.push(page);
                RemoteFile file = visit(page.items.next(), page.folder);
                if (file != null) {
                    return file;
                }
            }
        }
        return null;
    }

    @Override
    public long size() {
        return -1;
    }

    /** A file; null for a folder, whose pages follow. */
    private RemoteFile visit(JsonNode item, String folder) throws IOException {
        String path = folder + item.path("name").asText();
        String own =
                "/drives/" + encode(item.path("parentReference").path("driveId").asText()) + "/items/"
                        + encode(item.path("id").asText());
        if (item.has("folder")) {
            pages.push(new Page(graph.url(own + "/children"), path + "/", null));
            return null;
        }
        String uri = Request.withoutQuery(graph.url(own));
        if (!item.has("file")) {
            return RemoteFile.refused(uri, new RefusedException("neither a file nor a folder"));
        }
        try {
            return new RemoteFile(
                    uri,
                    SafeName.of(path),
                    item.path("size").asLong(-1),
                    checksum(item.path("file").path("hashes")),
                    link(item.path("@microsoft.graph.downloadUrl").asText(null), own + "/content"),
                    file -> {});
        } catch (RefusedException e) {
            return RemoteFile.refused(uri, e);
        }
    }

    /** The URL in the listing needs no token and expires within minutes: it serves one attempt, each further one requests a new URL. */
    private RemoteFile.Link link(String downloadUrl, String content) {
        AtomicReference<String> first = new AtomicReference<>(downloadUrl);
        return () -> {
            String url = first.getAndSet(null);
            return url == null ? graph.authorized(graph.url(content)) : Request.get(linked(url));
        };
    }

    private static Checksum checksum(JsonNode hashes) throws RefusedException {
        if (hashes.hasNonNull("sha256Hash")) {
            return Checksum.ofHex("sha256", hashes.path("sha256Hash").asText());
        }
        if (hashes.hasNonNull("sha1Hash")) {
            return Checksum.ofHex("sha1", hashes.path("sha1Hash").asText());
        }
        return hashes.hasNonNull("quickXorHash")
                ? Checksum.ofBase64("QuickXorHash", hashes.path("quickXorHash").asText())
                : null;
    }

    private static URI nextLink(JsonNode page) throws RefusedException {
        String next = page.path("@odata.nextLink").asText(null);
        return next == null ? null : linked(next);
    }

    private static URI linked(String url) throws RefusedException {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new RefusedException("a link that is not a URL");
        }
    }

    private static String encode(String path) {
        try {
            return new URI(null, null, path.startsWith("/") ? path : "/" + path, null)
                    .getRawPath()
                    .substring(path.startsWith("/") ? 0 : 1)
                    .replace("+", "%2B");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("every path has a URI", e);
        }
    }
}
