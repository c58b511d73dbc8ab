package io.lidc.image;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * A file or folder of an image.
 *
 * @param mode its permission bits
 * @param owner the number of its user
 * @param seconds when it was changed, as Unix time
 */
record ImageFile(boolean isDirectory, int mode, long owner, long seconds, byte[] content) {
    private static final int PERMISSIONS = 07777;
    private static final int EXECUTABLE = 0111;
    private static final int WRITABLE_BY_OTHERS = 0022;

    static ImageFile of(TarArchiveEntry entry, byte[] content) {
        return new ImageFile(
                entry.isDirectory(),
                entry.getMode() & PERMISSIONS,
                entry.getLongUserId(),
                entry.getLastModifiedTime().toInstant().getEpochSecond(),
                content);
    }

    boolean isProgram() {
        return !isDirectory && (mode & EXECUTABLE) != 0;
    }

    boolean isWritableByOthers() {
        return (mode & WRITABLE_BY_OTHERS) != 0;
    }
}
