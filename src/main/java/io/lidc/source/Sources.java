package io.lidc.source;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference.Extracted;
import io.lidc.source.ObjectReference.Unavailable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** All sources: whatever has a location is listed and opened here, by the first provider that handles it. */
public final class Sources {
    private final Supplier<List<SourceProvider>> providers;
    private final UnaryOperator<Source> expansion;

    /**
     * @param providers in the order in which they are asked
     * @param expansion reads the archives among a source's objects as what they hold
     */
    public Sources(Supplier<List<SourceProvider>> providers, UnaryOperator<Source> expansion) {
        this.providers = providers;
        this.expansion = expansion;
    }

    /**
     * A source of the objects that a URI names, with what archives hold in their place.
     *
     * @throws FileNotFoundException when there is no such source, in words for the person who named it
     * @throws IOException when it is unavailable
     */
    public Source list(String uri, SourceOptions options) throws IOException {
        return expansion.apply(provider(uri).list(uri, options));
    }

    /**
     * What waits in the place that a URI names; empty where objects stay once they are stored.
     *
     * @throws IOException when it is unavailable
     */
    public Optional<Waiting> waiting(String uri, SourceOptions options) throws IOException {
        return provider(uri).waiting(uri, options);
    }

    /** Opens an object; one that was discovered as unavailable throws the reason, and one that was read before is not opened again. */
    public ByteSource open(ObjectReference object) throws IOException {
        if (object.content() instanceof Unavailable unavailable) {
            throw unavailable.reason();
        }
        if (object.content() instanceof Extracted) {
            throw new SourceException(SourceError.NOT_KEPT, "its metadata came without its bytes");
        }
        return open(object.location(), object.hint());
    }

    /** Opens an object by the location that the database holds. */
    public ByteSource open(Location location, String hint) throws IOException {
        return provider(location.uri()).open(location, hint);
    }

    /** What lies at a location by now, see {@link SourceProvider#present}. */
    public Iterator<ObjectReference> present(Location location) throws IOException {
        return provider(location.uri()).present(location);
    }

    private SourceProvider provider(String uri) throws FileNotFoundException {
        for (SourceProvider provider : providers.get()) {
            if (provider.handles(uri)) {
                return provider;
            }
        }
        throw new FileNotFoundException("no source of this kind: " + uri);
    }
}
