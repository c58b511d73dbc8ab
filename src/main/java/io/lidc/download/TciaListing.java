package io.lidc.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/**
 * The series of a TCIA manifest (the .tcia files of the NBIA Data Retriever), as a zip each, by the NBIA Search REST API:
 * getImage for the bytes and getSeriesMetaData for the number of images that must be in them.
 */
final class TciaListing implements RemoteListing {
    private static final String HEADING = "ListOfSeriesToDownload=";
    private static final int MOST_METADATA = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebClient client;
    private final String endpoint;
    private final Iterator<String> series;
    private final long size;

    /** @param endpoint base URL of the API, such as https://services.cancerimagingarchive.net/nbia-api/services/v1 */
    TciaListing(WebClient client, String endpoint, String manifest) {
        this.client = client;
        this.endpoint = endpoint.replaceFirst("/+$", "");
        List<String> uids = manifest.substring(manifest.indexOf(HEADING) + HEADING.length())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        this.series = uids.iterator();
        this.size = uids.size();
    }

    static boolean isOne(String text) {
        return text.lines().anyMatch(line -> line.startsWith(HEADING));
    }

    @Override
    public RemoteFile next() {
        if (!series.hasNext()) {
            return null;
        }
        String uid = series.next();
        if (!uid.matches("[0-9.]{1,64}")) {
            return RemoteFile.refused("series of the manifest", new RefusedException("not a Series Instance UID"));
        }
        URI images = URI.create(endpoint + "/getImage?SeriesInstanceUID=" + uid);
        return new RemoteFile(
                Request.withoutQuery(images) + " series " + uid,
                uid + ".zip",
                -1,
                null,
                () -> Request.get(images),
                zip -> verify(uid, zip));
    }

    @Override
    public long size() {
        return size;
    }

    private void verify(String uid, Path zip) throws IOException {
        URI metadata = URI.create(endpoint + "/getSeriesMetaData?SeriesInstanceUID=" + uid);
        JsonNode answer = JSON.readTree(client.read(Request.get(metadata), MOST_METADATA));
        String expected = answer.path(0).path("Number of Images").asText("");
        if (!expected.matches("\\d{1,9}")) {
            throw new IOException("the archive does not tell how many images the series has");
        }
        long found = images(zip);
        if (found != Long.parseLong(expected)) {
            throw new IOException("the zip holds " + found + " images of " + expected);
        }
    }

    /** A zip of TCIA holds a licence beside the images, and perhaps annotations or checksums. */
    private static long images(Path zip) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            return archive.stream()
                    .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".dcm"))
                    .count();
        }
    }
}
