package io.lidc.config;

import java.util.regex.Pattern;

/** Keeps secrets that stand in URLs out of messages. */
public final class Redaction {
    private static final Pattern SECRET = Pattern.compile("(?i)((?:ssl)?password=)[^&;\\s]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/?\\s]*@");

    private Redaction() {}

    /** Any text that may hold a URL, with asterisks for its secrets. */
    public static String of(String text) {
        return USER_INFO.matcher(SECRET.matcher(text).replaceAll("$1***")).replaceAll("//***@");
    }
}
