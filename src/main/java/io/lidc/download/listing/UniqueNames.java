package io.lidc.download.listing;

import io.lidc.download.http.RefusedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A listing without two files of the same target name: a file that is listed twice is given once, and one that would
 * overwrite another is refused. */
final class UniqueNames implements RemoteListing {
    private final RemoteListing listing;
    private final Map<String, String> uriByName = new HashMap<>();

    UniqueNames(RemoteListing listing) {
        this.listing = listing;
    }

    @Override
    public long size() {
        return listing.size();
    }

    @Override
    public RemoteFile next() throws IOException {
        for (RemoteFile file = listing.next(); file != null; file = listing.next()) {
            if (file.name() == null) {
                return file;
            }
            String holder = uriByName.putIfAbsent(file.name().toLowerCase(Locale.ROOT), file.uri());
            if (holder == null) {
                return file;
            }
            if (!holder.equals(file.uri())) {
                return RemoteFile.refused(
                        file.uri(), new RefusedException("another file of the listing has the same target name"));
            }
        }
        return null;
    }
}
