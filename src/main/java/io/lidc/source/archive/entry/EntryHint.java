package io.lidc.source.archive.entry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an entry lies in its archive, as it travels in a reference: {@code METHOD:POSITION:PACKED:SIZE}, followed by {@code @} and the
 * hint of the archive itself where that has one.
 *
 * @param method by which the entry is packed; -1 for an entry of a tar file, which lies there as it is
 * @param position in bytes from the first of the archive: of a zip entry's local header, of a tar entry's content
 * @param packedSize in bytes
 * @param size in bytes, unpacked
 * @param archiveHint of the archive; null for none
 */
public record EntryHint(int method, long position, long packedSize, long size, String archiveHint) {
    public static final int TAR = -1;

    private static final Pattern FORM =
            Pattern.compile("(-1|\\d{1,5}):(\\d{1,18}):(\\d{1,18}):(\\d{1,18})(?:@(.*))?", Pattern.DOTALL);

    /** Null for what is not a hint of an entry. */
    public static EntryHint parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches()
                ? new EntryHint(
                        Integer.parseInt(form.group(1)),
                        Long.parseLong(form.group(2)),
                        Long.parseLong(form.group(3)),
                        Long.parseLong(form.group(4)),
                        form.group(5))
                : null;
    }

    @Override
    public String toString() {
        String own = method + ":" + position + ":" + packedSize + ":" + size;
        return archiveHint == null ? own : own + "@" + archiveHint;
    }
}
