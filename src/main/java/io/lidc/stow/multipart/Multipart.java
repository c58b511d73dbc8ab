package io.lidc.stow.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of multipart/related content of type application/dicom (PS3.18 section 8.6.1.2.1, RFC 2387). Each part must have header
 * fields: where they are missing, the first bytes of an object would pass for them.
 */
public final class Multipart implements PartStream {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("[;\\s]type\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    /** RFC 9110 section 5.1: a token, a colon, a value. A line that starts with a blank continues the one before it. */
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:(.*)|[ \t].*");

    private static final Pattern DICOM = Pattern.compile("\\s*application/dicom\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final int MAX_HEADER_BYTES = 8 << 10;

    private static final byte[] HYPHENS = {'-', '-'};

    private final DelimitedStream content;
    private final byte[] delimiterLine;
    private final int maxParts;
    private int count;

    /**
     * @param contentType the request's, with type and boundary
     * @throws RefusedRequestException when it is nothing that this service takes
     */
    public Multipart(InputStream content, String contentType, int maxParts) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        Matcher type = TYPE.matcher(contentType);
        if (!type.find() || !type.group(1).equalsIgnoreCase("application/dicom")) {
            throw new RefusedRequestException(
                    415, "of multipart/related, only the type application/dicom is supported");
        }
        if (!boundary.find()) {
            throw new RefusedRequestException(400, "the content type names no boundary");
        }
        String text = boundary.group(1) == null
                ? boundary.group(2)
                : boundary.group(1).stripTrailing();
        this.content = new DelimitedStream(content, ("\r\n--" + text).getBytes(StandardCharsets.ISO_8859_1));
        this.delimiterLine = ("--" + text).getBytes(StandardCharsets.ISO_8859_1);
        this.maxParts = maxParts;
    }

    @Override
    public boolean next(OutputStream target) throws IOException {
        if (count == 0) {
            content.copyToDelimiter(OutputStream.nullOutputStream());
        }
        if (!startsPart()) {
            return false;
        }
        count++;
        if (count > maxParts) {
            throw new RefusedRequestException(413, "a request may have " + maxParts + " parts");
        }
        readHeader();
        content.copyToDelimiter(target);
        return true;
    }

    /** What follows a delimiter: two hyphens at the end, else blanks that some transport has added (RFC 2046 section 5.1.1). */
    private boolean startsPart() throws IOException {
        if (content.isNext(HYPHENS)) {
            return false;
        }
        if (!content.readLine(MAX_HEADER_BYTES).isBlank()) {
            throw new RefusedRequestException(400, "a boundary does not stand on a line of its own");
        }
        return true;
    }

    private void readHeader() throws IOException {
        int rest = MAX_HEADER_BYTES;
        boolean empty = true;
        for (String line = content.readLine(rest); !line.isEmpty(); line = content.readLine(rest)) {
            rest -= line.length();
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw new RefusedRequestException(400, "a part has no header fields, or malformed ones");
            }
            empty = false;
            if (line.regionMatches(true, 0, "content-type:", 0, 13)
                    && !DICOM.matcher(field.group(1)).matches()) {
                throw new RefusedRequestException(415, "a part is of another type than application/dicom");
            }
        }
        if (empty) {
            throw new RefusedRequestException(400, "a part has no header fields");
        }
        if (content.isNext(delimiterLine)) {
            throw new RefusedRequestException(400, "a part is empty");
        }
    }
}
