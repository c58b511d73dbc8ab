package io.lidc.download.listing;

import io.lidc.download.http.RefusedException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Target names of downloaded files: paths with slashes below the download directory, whatever a server or a manifest says. */
final class SafeName {
    private static final int MAX_CHARACTERS = 120;

    /** File systems take 255 bytes a name, which the longest suffix of a part file, {@code .part.properties}, shares. */
    private static final int MAX_BYTES = 239;

    /** Characters that some file system does not take, leading dots, trailing dots and spaces. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}<>:\"|?*]|^\\.+|(?<![. ])[. ]++$");

    private SafeName() {}

    /**
     * The path with the characters replaced that a file system may not support.
     *
     * @throws RefusedException when it leads out of the directory, or is empty
     */
    static String of(String path) throws RefusedException {
        List<String> names = new ArrayList<>();
        String text = path.replace('\\', '/');
        if (text.startsWith("/") || text.matches("(?s)[A-Za-z]:/.*")) {
            throw new RefusedException("the target name is absolute");
        }
        for (String name : text.split("/")) {
            if (name.equals("..")) {
                throw new RefusedException("the target name leads out of the folder");
            }
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(safe(name));
            }
        }
        if (names.isEmpty()) {
            throw new RefusedException("the target name is empty");
        }
        return String.join("/", names);
    }

    /** Host and path of a URL, with a digest of its query if any: no two URLs share a name. */
    static String of(URI url) throws RefusedException {
        List<String> names = new ArrayList<>();
        names.add(url.getHost() + (url.getPort() < 0 ? "" : "_" + url.getPort()));
        for (String name : String.valueOf(url.getRawPath()).split("/")) {
            String decoded = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (!decoded.isEmpty()) {
                names.add(safe(decoded.replace('/', '_').replace('\\', '_')));
            }
        }
        if (url.getRawQuery() != null) {
            int last = names.size() - 1;
            names.set(last, names.get(last) + "_" + digest(url.getRawQuery()));
        }
        return of(String.join("/", names));
    }

    private static String safe(String name) {
        String plain = UNSAFE.matcher(name).replaceAll("_");
        return plain.length() <= MAX_CHARACTERS && bytes(plain).length <= MAX_BYTES ? plain : shortened(plain);
    }

    /** The end of a name tells most: there are the number of the image and the extension. */
    private static String shortened(String name) {
        int start = Math.max(0, name.length() - MAX_CHARACTERS / 2);
        boolean cutsPair = start > 0 && Character.isLowSurrogate(name.charAt(start));
        return digest(name) + "_" + name.substring(cutsPair ? start + 1 : start);
    }

    /** 64 bits: 32 would give two of the queries of a large manifest the same name. */
    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(text));
            return HexFormat.of().formatHex(digest, 0, Long.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
