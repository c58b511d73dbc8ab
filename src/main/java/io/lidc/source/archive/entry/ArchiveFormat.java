package io.lidc.source.archive.entry;

import java.util.Locale;

/** The kinds of archive that are read, told by the ending of the name in either case. */
public enum ArchiveFormat {
    ZIP(".zip"),
    TAR(".tar"),
    TAR_GZ(".tar.gz", ".tgz");

    private final String[] endings;

    ArchiveFormat(String... endings) {
        this.endings = endings;
    }

    /** The kind that a name or URI ends with; null for what is no archive. */
    public static ArchiveFormat of(String name) {
        String lower = name.substring(Math.max(0, name.length() - 8)).toLowerCase(Locale.ROOT);
        for (ArchiveFormat format : values()) {
            for (String ending : format.endings) {
                if (lower.endsWith(ending)) {
                    return format;
                }
            }
        }
        return null;
    }
}
