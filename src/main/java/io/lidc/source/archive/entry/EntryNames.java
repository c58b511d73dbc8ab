package io.lidc.source.archive.entry;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * URIs of the entries of one archive, {@code archive:URI-OF-THE-ARCHIVE!/ENTRY}. An exclamation mark in either part is
 * escaped, so the last {@code !/} always parts the entry from what holds it. Where an archive holds a name several times,
 * the later ones end with {@code #2}, {@code #3}.
 */
public final class EntryNames {
    private static final String SCHEME = "archive:";
    private static final String SEPARATOR = "!/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNESCAPED = "-._~$&'()*+,;=:@/";

    private final String prefix;
    /** By a digest of the name: names of a million entries would not fit. Names that share one are told apart as well. */
    private final Map<Long, Integer> seen = new HashMap<>();

    public EntryNames(String archiveUri) {
        String inner = archiveUri.startsWith(SCHEME)
                ? archiveUri
                : SCHEME + archiveUri.replace("!", "%21").replace("#", "%23");
        prefix = inner + SEPARATOR;
    }

    /** Whether a URI is the location of an entry. */
    public static boolean isEntry(String uri) {
        return uri.startsWith(SCHEME) && uri.contains(SEPARATOR);
    }

    /** The location of the archive that holds an entry; of the outermost where archives are nested. */
    public static String outermostArchive(String entryUri) {
        String uri =
                entryUri.substring(SCHEME.length(), entryUri.indexOf(SEPARATOR)).replace("%21", "!");
        // A file: URI has its own escape for a number sign in a name, and no other number sign.
        return uri.startsWith("file:") ? uri : uri.replace("%23", "#");
    }

    public String uri(String name) {
        int times = seen.merge(digest(name), 1, Integer::sum);
        return prefix + escape(name) + (times == 1 ? "" : "#" + times);
    }

    /** @throws SourceException for a name that leads out of the folder in which the archive would be unpacked */
    public static void check(String name) throws SourceException {
        String plain = name.replace('\\', '/');
        boolean drive = plain.length() > 1 && plain.charAt(1) == ':' && Character.isLetter(plain.charAt(0));
        if (plain.startsWith("/") || drive || ("/" + plain + "/").contains("/../") || plain.indexOf('\0') >= 0) {
            throw new SourceException(
                    SourceError.UNSAFE_NAME, "an entry whose name is absolute or leads out of the archive");
        }
    }

    private static long digest(String name) {
        long digest = 1;
        for (int i = 0; i < name.length(); i++) {
            digest = digest * 0x100000001B3L ^ name.charAt(i);
        }
        return digest;
    }

    private static String escape(String name) {
        StringBuilder escaped = new StringBuilder(name.length() + 16);
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || UNESCAPED.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return escaped.toString();
    }
}
