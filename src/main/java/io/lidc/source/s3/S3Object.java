package io.lidc.source.s3;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * An object in a bucket, read by ranges.
 *
 * @param etag without its quotation marks; empty where the server gives none
 * @param modified when it was last modified, which has to do as a version where there is no ETag
 */
record S3Object(String bucket, String key, long size, String etag, String modified) {
    /** A time of modification, which stands in for a missing ETag, has colons. */
    private static final Pattern ETAG = Pattern.compile("[^:]+");

    /** The object in the state of a location; one without a size, or with a version that is not an ETag, binds to no state. */
    static S3Object at(String bucket, String key, Location location) {
        boolean bound = location.size() >= 0 && ETAG.matcher(location.version()).matches();
        String etag = bound ? location.version() : "";
        return new S3Object(bucket, key, location.size(), etag, "");
    }

    ObjectReference reference() {
        return ObjectReference.at(new Location("s3://" + bucket + "/" + key, size, etag.isEmpty() ? modified : etag));
    }

    ByteSource open(S3Reader reader) throws IOException {
        S3Object sized = size < 0 ? new S3Object(bucket, key, reader.size(bucket, key), etag, modified) : this;
        return sized.new Ranges(reader);
    }

    static String bare(String etag) {
        return etag == null ? "" : etag.replace("\"", "");
    }

    /** Keeps the part that came last: what is read next mostly lies in it. */
    private final class Ranges implements ByteSource {
        private final S3Reader reader;
        private byte[] part = {};
        private long start;

        Ranges(S3Reader reader) {
            this.reader = reader;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) throws IOException {
            if (position >= size) {
                return -1;
            }
            if (position < start || position >= start + part.length) {
                int wanted = (int) Math.min(Math.max(length, reader.firstRead()), size - position);
                part = reader.read(bucket, key, etag, position, wanted);
                start = position;
            }
            int from = (int) (position - start);
            int count = Math.min(length, part.length - from);
            System.arraycopy(part, from, target, offset, count);
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            part = new byte[0];
        }
    }
}
