package io.lidc.manifest;

/**
 * An instance that a database holds.
 *
 * @param uid SOP Instance UID
 * @param digest of its header, in hexadecimal digits
 */
record HeldInstance(String uid, String digest) {
    private static final char SEPARATOR = ' ';

    /** A line break in a UID, which PS3.5 section 9 forbids, counts as a space. */
    HeldInstance {
        uid = uid.replace('\n', SEPARATOR).replace('\r', SEPARATOR);
    }

    String line() {
        return uid + SEPARATOR + digest;
    }

    /** @throws IllegalArgumentException when the line has no two words */
    static HeldInstance parse(String line) {
        int end = line.lastIndexOf(SEPARATOR);
        if (end < 0) {
            throw new IllegalArgumentException("not a UID and a digest");
        }
        return new HeldInstance(line.substring(0, end), line.substring(end + 1));
    }
}
