package io.lidc.app;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import io.lidc.testing.DicomFile;
import io.lidc.testing.ListedSource;
import java.util.List;
import java.util.stream.IntStream;

/** A scheme of a user's own: {@code mem:COUNT} names so many instances, {@code mem:/NUMBER} is the location of one. */
public final class MemProvider implements SourceProvider {
    private static final String SCHEME = "mem:";

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(SCHEME);
    }

    @Override
    public Source list(String uri, SourceOptions options) {
        String name = uri.substring(SCHEME.length());
        List<ObjectReference> objects = name.startsWith("/")
                ? List.of(object(number(uri)))
                : IntStream.range(0, Integer.parseInt(name))
                        .mapToObj(MemProvider::object)
                        .toList();
        return new ListedSource(uri, objects);
    }

    @Override
    public ByteSource open(Location location) {
        return new BytesSource(DicomFile.instance(number(location.uri()), "CT").bytes());
    }

    private static ObjectReference object(int number) {
        return ObjectReference.at(new Location(SCHEME + "/" + number, -1, "1"));
    }

    private static int number(String uri) {
        return Integer.parseInt(uri.substring(SCHEME.length() + 1));
    }
}
