package io.lidc.download.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Request;
import io.lidc.download.http.WebClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/**
 * The series of a TCIA manifest (the .tcia files of the NBIA Data Retriever), one zip file each, by the NBIA Search REST API:
 * getImage for the bytes and getSeriesMetaData for the number of images that they must hold.
 */
final class TciaListing implements RemoteListing {
    private static final String HEADING = "ListOfSeriesToDownload=";
    private static final int MAX_HEADER = 64 << 10;
    private static final int MAX_METADATA = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebClient client;
    private final String endpoint;
    private final String uri;
    private final List<String> series;
    private int next;

    /**
     * @param endpoint base URL of the API, such as https://services.cancerimagingarchive.net/nbia-api/services/v1
     * @param uri of the manifest, without a query or credentials
     */
    TciaListing(WebClient client, String endpoint, String uri, byte[] manifest) throws RefusedException {
        this.client = client;
        this.endpoint = endpoint.replaceFirst("/+$", "");
        this.uri = uri;
        this.series = series(manifest);
    }

    /** Whether the text is a TCIA manifest. */
    static boolean isTciaManifest(byte[] text) {
        return new String(text, 0, Math.min(text.length, MAX_HEADER), StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.startsWith(HEADING));
    }

    private static List<String> series(byte[] manifest) throws RefusedException {
        if (manifest.length > Manifest.MAX_BYTES) {
            throw new RefusedException("it is longer than " + Manifest.MAX_BYTES + " bytes");
        }
        String text = new String(manifest, StandardCharsets.UTF_8);
        List<String> series = text.substring(text.indexOf(HEADING) + HEADING.length())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(Manifest.MAX_ENTRIES + 1L)
                .toList();
        if (series.size() > Manifest.MAX_ENTRIES) {
            throw new RefusedException("it has more than " + Manifest.MAX_ENTRIES + " entries");
        }
        return series;
    }

    @Override
    public RemoteFile next() {
        if (next == series.size()) {
            return null;
        }
        String uid = series.get(next++);
        if (!uid.matches("[0-9.]{1,64}")) {
            return RemoteFile.refused(uri + "#entry=" + next, new RefusedException("not a Series Instance UID"));
        }
        URI images = URI.create(endpoint + "/getImage?SeriesInstanceUID=" + uid);
        return new RemoteFile(
                images.toString(), uid + ".zip", -1, null, () -> Request.get(images), zip -> verify(uid, zip));
    }

    @Override
    public long size() {
        return series.size();
    }

    private void verify(String uid, Path zip) throws IOException {
        URI metadata = URI.create(endpoint + "/getSeriesMetaData?SeriesInstanceUID=" + uid);
        JsonNode answer = JSON.readTree(client.read(Request.get(metadata), MAX_METADATA));
        String expected = answer.path(0).path("Number of Images").asText("");
        if (!expected.matches("\\d{1,9}")) {
            throw new IOException("the archive does not give the number of images of the series");
        }
        long found = images(zip);
        if (found != Long.parseLong(expected)) {
            throw new IOException("the zip holds " + found + " images of " + expected);
        }
    }

    /** The zip files of TCIA hold a licence beside the images, and possibly annotations or checksums. */
    private static long images(Path zip) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            return archive.stream()
                    .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".dcm"))
                    .count();
        }
    }
}
