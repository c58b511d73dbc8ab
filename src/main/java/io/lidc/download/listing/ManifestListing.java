package io.lidc.download.listing;

import io.lidc.download.http.Checksum;
import io.lidc.download.http.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The files of a manifest. An invalid entry is listed as refused. */
final class ManifestListing implements RemoteListing {
    private static final List<String> CHECKSUMS = List.of("sha512", "sha384", "sha256", "sha1", "md5", "checksum");

    private final Iterator<Map<String, String>> entries;
    private final long size;
    private int count;

    ManifestListing(List<Map<String, String>> entries) {
        this.entries = entries.iterator();
        this.size = entries.size();
    }

    @Override
    public RemoteFile next() {
        if (!entries.hasNext()) {
            return null;
        }
        Map<String, String> entry = entries.next();
        count++;
        try {
            return file(entry);
        } catch (RefusedException e) {
            return RemoteFile.refused("entry " + count + " of the manifest", e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    private static RemoteFile file(Map<String, String> entry) throws RefusedException {
        URI url = url(entry.getOrDefault("url", ""));
        String name = entry.getOrDefault("name", "");
        return RemoteFile.at(
                url, name.isBlank() ? SafeName.of(url) : SafeName.of(name.strip()), size(entry), checksum(entry));
    }

    private static URI url(String text) throws RefusedException {
        try {
            URI url = new URI(text.strip().replace(" ", "%20"));
            if (url.getHost() == null) {
                throw new RefusedException("not an http(s) URL");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new RefusedException("not a URL");
        }
    }

    private static long size(Map<String, String> entry) throws RefusedException {
        String size = entry.getOrDefault("size", "").strip();
        if (size.isEmpty() || size.equals("null")) {
            return -1;
        }
        if (!size.matches("\\d{1,18}")) {
            throw new RefusedException("its size is not a number of bytes");
        }
        return Long.parseLong(size);
    }

    private static Checksum checksum(Map<String, String> entry) throws RefusedException {
        for (String key : CHECKSUMS) {
            String digits = entry.getOrDefault(key, "");
            if (!digits.isBlank() && !digits.equals("null")) {
                return Checksum.ofHex(key, digits);
            }
        }
        return null;
    }
}
