package io.lidc.stow;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import io.lidc.source.folder.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects that clients have pushed, {@code push:sha256:HEX}. Their bytes are gone once the request is answered: whoever opens one
 * later is told so by the code NOT_KEPT. (Where {@code push.keep} names a folder, pushed objects have locations in that folder.)
 */
public final class PushProvider implements SourceProvider {
    static final String SCHEME = "push:";

    private final Map<String, Path> received = new ConcurrentHashMap<>();

    /** Says where the bytes of a location lie until {@link #forget}. */
    void remember(Location location, Path file) {
        received.put(location.uri(), file);
    }

    void forget(Location location) {
        received.remove(location.uri());
    }

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(SCHEME);
    }

    @Override
    public Source list(String uri, SourceOptions options) {
        return new Pushed(uri, List.of(ObjectReference.at(new Location(uri, -1, ""))));
    }

    @Override
    public ByteSource open(Location location) throws IOException {
        Path file = received.get(location.uri());
        if (file == null) {
            throw new SourceException(SourceError.NOT_KEPT, "it was pushed, and its bytes were not kept");
        }
        return new FileSource(file);
    }

    /** Objects that are there already. */
    record Pushed(String uri, List<ObjectReference> objects) implements Source {

        @Override
        public Iterator<ObjectReference> list() {
            return objects.iterator();
        }
    }
}
