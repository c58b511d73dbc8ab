package io.lidc.stow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload.MultipartStream;

/** The parts of a multipart/related body of type application/dicom (PS3.18 section 8.6.1.2.1, RFC 2387). */
final class Multipart implements PartStream {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("[;\\s]type\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final int HEADER_BYTES = 8 << 10;

    private final MultipartStream parts;
    private final int most;
    private int count;

    /**
     * @param contentType the request's, with type and boundary
     * @param most parts
     * @throws RefusedRequestException when it is nothing that this service takes
     */
    Multipart(InputStream body, String contentType, int most) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        Matcher type = TYPE.matcher(contentType);
        if (!type.find() || !type.group(1).equalsIgnoreCase("application/dicom")) {
            throw new RefusedRequestException(415, "of multipart/related, the type application/dicom only is taken");
        }
        if (!boundary.find()) {
            throw new RefusedRequestException(400, "the content type names no boundary");
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.parts = new MultipartStream(body, text.getBytes(StandardCharsets.ISO_8859_1), 1 << 16, null);
        this.parts.setPartHeaderSizeMax(HEADER_BYTES);
        this.most = most;
    }

    @Override
    public boolean next(OutputStream target) throws IOException {
        boolean more = count == 0 ? parts.skipPreamble() : parts.readBoundary();
        if (!more) {
            return false;
        }
        count++;
        if (count > most) {
            throw new RefusedRequestException(413, "a request may have " + most + " parts");
        }
        String headers = parts.readHeaders().toLowerCase(Locale.ROOT);
        if (headers.contains("content-type:")
                && !headers.matches("(?s).*content-type:\\s*application/dicom\\s*[;\r].*")) {
            throw new RefusedRequestException(415, "a part is of another type than application/dicom");
        }
        parts.readBodyData(target);
        return true;
    }
}
