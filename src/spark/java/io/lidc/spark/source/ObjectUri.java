package io.lidc.spark.source;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.Path;

/** Locations as the pipeline names them, and the paths of Hadoop that they stand for: {@code s3://} is {@code s3a://} there. */
public final class ObjectUri {
    private static final String LOCAL = "file:";
    private static final String S3 = "s3";
    private static final String S3A = "s3a";

    private ObjectUri() {}

    /** Whether a location is one of a file on a disk that every executor sees. */
    public static boolean isLocal(String uri) {
        return uri.startsWith(LOCAL);
    }

    /** The location of a path. */
    public static String of(Path path) {
        URI uri = path.toUri();
        String scheme = S3A.equals(uri.getScheme()) ? S3 : uri.getScheme();
        String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
        return scheme + "://" + authority + uri.getPath();
    }

    /** The path of a location: whatever stands behind the authority is a name, and nothing in it is escaped. */
    public static Path path(String location) {
        int authority = location.indexOf("://");
        if (authority < 0) {
            return new Path(location);
        }
        int path = location.indexOf('/', authority + 3);
        String scheme = location.substring(0, authority);
        return new Path(
                S3.equals(scheme) ? S3A : scheme,
                location.substring(authority + 3, path < 0 ? location.length() : path),
                path < 0 ? "/" : location.substring(path));
    }

    /** The name at the end of a URI as bytes; of a local one as the file system has it. */
    public static byte[] name(String uri) {
        String whole = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        if (!isLocal(uri) || name.indexOf('%') < 0) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '%') {
                bytes.write(Integer.parseInt(name.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(name.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
