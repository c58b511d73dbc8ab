package io.lidc.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The report that was written last, and the files that it links to, for whoever reads the status page. */
public final class StatusReport {
    /** Where the report is served; its files lie below. */
    static final String PATH = "/report/";

    private static final String PAGE = "index.html";
    private static final Pattern FILE = Pattern.compile("(plots/)?[a-z0-9_]+\\.(html|csv|svg|png)");
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "csv", "text/csv; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final Path directory;

    /** @param directory that reports are written into */
    public StatusReport(Path directory) {
        this.directory = directory;
    }

    /** When it was written, to the second; null where there is none. */
    Instant writtenAt() {
        try {
            return Files.getLastModifiedTime(directory.resolve(PAGE))
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS);
        } catch (IOException e) {
            // There is none for whoever is served, too.
            return null;
        }
    }

    /**
     * Responds with the file that the request names, or says that there is none.
     *
     * @throws IOException when it cannot be read
     */
    public void respond(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        String file = file(message.getHeader(Exchange.HTTP_URI, "", String.class));
        message.removeHeaders("*");
        try {
            message.setBody(read(file));
            message.setHeader(Exchange.CONTENT_TYPE, CONTENT_TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
        } catch (NoSuchFileException e) {
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, 404);
            message.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=utf-8");
            message.setBody("no such file; lidc report writes a report, and so does the service with report.enabled\n");
        }
    }

    private static String file(String uri) {
        String path = uri.substring(uri.indexOf(PATH) + PATH.length());
        return path.isEmpty() ? PAGE : path;
    }

    private byte[] read(String file) throws IOException {
        if (!FILE.matcher(file).matches()) {
            throw new NoSuchFileException(file);
        }
        return Files.readAllBytes(directory.resolve(file));
    }
}
