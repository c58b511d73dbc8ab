package io.lidc.source.s3;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import io.lidc.source.Traffic;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** The objects of a bucket whose keys begin alike, listed page by page in the order of their keys. */
final class S3Source implements Source {
    private final S3Reader reader;
    private final String bucket;
    private final String prefix;
    private final Traffic before;

    S3Source(S3Reader reader, String bucket, String prefix) {
        this.reader = reader;
        this.bucket = bucket;
        this.prefix = prefix;
        this.before = reader.traffic();
    }

    @Override
    public String uri() {
        return "s3://" + bucket + "/" + prefix;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Traffic traffic() {
        return reader.traffic().since(before);
    }

    @Override
    public Iterator<ObjectReference> list() {
        return new Pages();
    }

    private final class Pages implements Iterator<ObjectReference> {
        private Iterator<ObjectReference> page = Collections.emptyIterator();
        private String token;
        private boolean last;

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !last) {
                page = nextPage();
            }
            return page.hasNext();
        }

        private Iterator<ObjectReference> nextPage() {
            try {
                ListObjectsV2Response response = reader.list(bucket, prefix, token);
                token = response.nextContinuationToken();
                last = token == null;
                return response.contents().stream()
                        // What consoles leave where somebody made a folder.
                        .filter(object -> object.size() > 0 || !object.key().endsWith("/"))
                        .map(object -> new S3Object(
                                        bucket,
                                        object.key(),
                                        object.size(),
                                        S3Object.bare(object.eTag()),
                                        String.valueOf(object.lastModified()))
                                .reference())
                        .iterator();
            } catch (SourceException e) {
                last = true;
                // A version of its own, or the next run would take the failure for known and go on without a word.
                Location location = new Location(uri(), Location.UNKNOWN_SIZE, "unlisted at " + Instant.now());
                return Collections.singleton(ObjectReference.unavailable(location, e))
                        .iterator();
            }
        }

        @Override
        public ObjectReference next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
