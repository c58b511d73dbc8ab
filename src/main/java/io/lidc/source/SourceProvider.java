package io.lidc.source;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Everything the program has to know of one scheme: how to list what a URI names, and how to open an object by the location that
 * the database holds. Bound to the registry as a bean, a provider serves command line and routes alike.
 */
public interface SourceProvider {

    /** Whether a URI, or what a person wrote in the place of one, belongs to this scheme. */
    boolean handles(String uri);

    /**
     * A source of the objects that a URI names: a collection, or a single object under its own location.
     *
     * @throws java.io.FileNotFoundException when there is no such source, in words for the person who named it
     * @throws IOException when it is unavailable
     */
    Source list(String uri, SourceOptions options) throws IOException;

    /**
     * What waits in a place that objects leave once they are stored, told without taking anything; empty where objects stay.
     *
     * @throws IOException when it is unavailable
     */
    default Optional<Waiting> waiting(String uri, SourceOptions options) throws IOException {
        return Optional.empty();
    }

    /**
     * Opens an object by the location under which it was listed.
     *
     * @throws IOException when it is unavailable; a {@link SourceException} says why by a stable code
     */
    ByteSource open(Location location) throws IOException;

    /**
     * Opens an object by its location.
     *
     * @param hint what the listing left in the object's reference to spare a search; null for none
     */
    default ByteSource open(Location location, String hint) throws IOException {
        return open(location);
    }

    /**
     * What lies at the location of an object by now: the object in its present state, or what a folder holds that could not be listed.
     * Where that is not known without a listing, the object as it was.
     *
     * @throws IOException when it is unavailable
     */
    default Iterator<ObjectReference> present(Location location) throws IOException {
        return List.of(ObjectReference.at(location)).iterator();
    }
}
