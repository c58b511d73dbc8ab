package io.lidc.ingest.replay;

import io.lidc.model.ReplayRequest;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.Verdict;
import io.lidc.store.FailedObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What ended as FAILED, each object under its location and in its present state. Acknowledged, an object that could be read leaves the
 * dead-letter folder; one that could not has a new letter in the place of the former.
 */
final class ReplaySource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(ReplaySource.class);

    private final ReplayRequest request;
    private final Replayed replayed;
    /** By the URI of the object whose acknowledgement settles each. */
    private final Map<String, FailedObject> listed = new ConcurrentHashMap<>();

    ReplaySource(ReplayRequest request, Replayed replayed) {
        this.request = request;
        this.replayed = replayed;
    }

    @Override
    public String uri() {
        return ReplayUri.of(request);
    }

    /** Some may come over a network: then many are read at a time. */
    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Iterator<ObjectReference> list() {
        try {
            long exhausted = replayed.failed().exhausted(request);
            if (exhausted > 0) {
                LOG.warn(
                        "{} objects were read as often as {} says, and are left with their records",
                        exhausted,
                        ReplayKeys.MAX_ATTEMPTS);
            }
            return new ReplayListing(new FailedPages(replayed.failed(), request), replayed, this);
        } catch (SQLException e) {
            throw unchecked(e);
        }
    }

    ReplayRequest request() {
        return request;
    }

    /** Says that the acknowledgement of this object settles a former failure. */
    void settles(String uri, FailedObject former) {
        listed.put(uri, former);
    }

    @Override
    public void acknowledge(ObjectReference object, Verdict verdict) throws IOException {
        FailedObject former = listed.remove(object.location().uri());
        if (former == null) {
            return;
        }
        KeptLetter letter = KeptLetter.of(former);
        try {
            // Of a folder or an archive whose objects took its place, nobody else deletes the row.
            boolean readable = verdict.readable() && isSettled(former);
            boolean replaced = replayed.letters()
                    .hasRecord(verdict.runId(), former.location().deadLetterName());
            if (!letter.runId().equals(verdict.runId()) && (readable || replaced)) {
                replayed.removal().remove(letter);
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        } catch (Exception e) {
            throw new IOException("its dead letter cannot be removed", e);
        }
    }

    /** Whether nothing says of the former failure that it goes on: its row is gone, or goes now. */
    private boolean isSettled(FailedObject former) throws SQLException {
        replayed.failed().forget(former);
        return !replayed.failed().isFailed(former.location().uri());
    }

    static UncheckedIOException unchecked(SQLException e) {
        return new UncheckedIOException(e.getMessage(), new IOException(e));
    }
}
