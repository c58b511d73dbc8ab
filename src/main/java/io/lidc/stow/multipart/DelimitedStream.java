package io.lidc.stow.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that a delimiter separates, with lines of text between them. The delimiter is sought as Horspool does it: from its end, so that
 * most bytes are skipped.
 */
final class DelimitedStream {
    private static final int BUFFER = 64 << 10;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final InputStream source;
    private final byte[] delimiter;
    private final int[] shift = new int[256];
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;

    /** @param delimiter with the line end before it, which the first one need not have */
    DelimitedStream(InputStream source, byte[] delimiter) {
        this.source = source;
        this.delimiter = delimiter.clone();
        Arrays.fill(shift, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            shift[delimiter[i] & 0xFF] = delimiter.length - 1 - i;
        }
        System.arraycopy(LINE_END, 0, buffer, 0, LINE_END.length);
        end = LINE_END.length;
    }

    /**
     * Copies what stands before the next delimiter, and skips the delimiter.
     *
     * @throws RefusedRequestException when there is no more
     */
    void copyToDelimiter(OutputStream target) throws IOException {
        int found = find();
        while (found < 0) {
            // The last bytes may be the first ones of a delimiter.
            int safe = Math.max(start, end - delimiter.length + 1);
            target.write(buffer, start, safe - start);
            start = safe;
            fill();
            found = find();
        }
        target.write(buffer, start, found - start);
        start = found + delimiter.length;
    }

    private int find() {
        int last = delimiter.length - 1;
        int position = start;
        while (position + last < end) {
            byte tail = buffer[position + last];
            if (tail == delimiter[last] && Arrays.equals(buffer, position, position + last, delimiter, 0, last)) {
                return position;
            }
            position += shift[tail & 0xFF];
        }
        return -1;
    }

    /** Whether these bytes come next; they stay where they are. */
    boolean isNext(byte[] bytes) throws IOException {
        while (end - start < bytes.length) {
            fill();
        }
        return Arrays.equals(buffer, start, start + bytes.length, bytes, 0, bytes.length);
    }

    /**
     * The text up to the end of the line, which is skipped.
     *
     * @throws RefusedRequestException when the line is longer, or the stream ends before it does
     */
    String readLine(int maxLength) throws IOException {
        int length = 0;
        while (length <= maxLength) {
            if (start + length == end) {
                fill();
            }
            if (buffer[start + length] == '\n') {
                int text = length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length;
                String line = new String(buffer, start, text, StandardCharsets.ISO_8859_1);
                start += length + 1;
                return line;
            }
            length++;
        }
        throw new RefusedRequestException(400, "a line of a part's header is too long");
    }

    /** Reads on. Neither a line nor a delimiter is as long as the buffer, so there is room. */
    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = source.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new RefusedRequestException(400, "the content is not multipart, or ends early");
        }
        end += read;
    }
}
