package io.lidc.spark.listing;

import java.io.Serializable;

/**
 * A folder, or an input that may be a file, to be listed by a task.
 *
 * @param above what the file system knows the folders above it by, one a line: a link to one of them leads in a circle
 */
record FolderItem(byte[] order, String uri, String above) implements Serializable {
    private static final long serialVersionUID = 1L;
}
