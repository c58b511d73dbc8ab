package io.lidc.ingest.replay;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.model.ReplayRequest;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import java.io.FileNotFoundException;
import java.io.IOException;

/** What ended as FAILED as a source, {@code replay:}, see {@link ReplayUri}. Its objects have locations of their own. */
public final class ReplayProvider implements SourceProvider {
    private final Replayed replayed;

    /** Of these objects. */
    public ReplayProvider(Replayed replayed) {
        this.replayed = replayed;
    }

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(ReplayUri.SCHEME);
    }

    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        return new ReplaySource(request(uri), replayed);
    }

    private static ReplayRequest request(String uri) throws FileNotFoundException {
        try {
            return ReplayUri.parse(uri);
        } catch (IllegalArgumentException e) {
            FileNotFoundException notFound = new FileNotFoundException(e.getMessage());
            notFound.initCause(e);
            throw notFound;
        }
    }

    @Override
    public ByteSource open(Location location) throws IOException {
        throw new FileNotFoundException("a replay holds no object of its own");
    }
}
