package io.lidc.download.listing;

import io.lidc.download.http.RefusedException;
import java.io.IOException;
import java.io.Reader;

/** The lines of a text, each without surrounding white space and of bounded length. */
final class Lines {
    static final int MAX_CHARACTERS = 64 << 10;

    private final Reader text;
    private int number;

    /** @param text buffered */
    Lines(Reader text) {
        this.text = text;
    }

    /**
     * The next line; null after the last.
     *
     * @throws RefusedException when it is too long
     */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = text.read();
        if (character < 0) {
            return null;
        }
        number++;
        for (; character >= 0 && character != '\n' && character != '\r'; character = text.read()) {
            if (line.length() == MAX_CHARACTERS) {
                throw new RefusedException("line " + number + " is longer than " + MAX_CHARACTERS + " characters");
            }
            line.append((char) character);
        }
        return line.toString().strip();
    }
}
