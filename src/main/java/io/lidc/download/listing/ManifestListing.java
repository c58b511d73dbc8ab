package io.lidc.download.listing;

import io.lidc.download.http.Checksum;
import io.lidc.download.http.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** The files of a manifest. An invalid entry is listed as refused, by its position. */
final class ManifestListing implements RemoteListing {
    private static final List<String> CHECKSUMS = List.of("sha512", "sha384", "sha256", "sha1", "md5", "checksum");

    private final String uri;
    private final long size;
    private final ManifestReader entries;
    private int count;

    /** @param uri of the manifest, without a query or credentials */
    ManifestListing(String uri, Manifest manifest) throws IOException {
        this.uri = uri;
        this.size = manifest.size();
        this.entries = manifest.entries();
    }

    @Override
    public RemoteFile next() throws IOException {
        if (count == size) {
            return null;
        }
        ManifestEntry entry = entries.next();
        count++;
        try {
            return file(entry);
        } catch (RefusedException e) {
            return RemoteFile.refused(uri + "#entry=" + count, e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    private static RemoteFile file(ManifestEntry entry) throws RefusedException {
        URI url = url(entry.value("url"));
        String name = entry.value("name");
        return RemoteFile.at(url, name.isEmpty() ? SafeName.of(url) : SafeName.of(name), size(entry), checksum(entry));
    }

    private static URI url(String text) throws RefusedException {
        try {
            URI url = new URI(text.replace(" ", "%20"));
            if (url.getHost() == null) {
                throw new RefusedException("not an http(s) URL");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new RefusedException("not a URL");
        }
    }

    private static long size(ManifestEntry entry) throws RefusedException {
        String size = entry.value("size");
        if (size.isEmpty() || size.equals("null")) {
            return -1;
        }
        if (!size.matches("\\d{1,18}")) {
            throw new RefusedException("the size is not a number of bytes");
        }
        return Long.parseLong(size);
    }

    private static Checksum checksum(ManifestEntry entry) throws RefusedException {
        for (String key : CHECKSUMS) {
            String digits = entry.value(key);
            if (!digits.isEmpty() && !digits.equals("null")) {
                return Checksum.ofHex(key, digits);
            }
        }
        return null;
    }
}
