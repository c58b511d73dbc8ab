package io.lidc.source.folder;

import io.lidc.source.ObjectReference;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.function.Consumer;

/** One folder without what lies in those below it, so that several processes can share the walk of a tree. */
public final class FolderLevel {
    private FolderLevel() {}

    /**
     * What the folder holds, in the order of the names: files, and as unavailable objects what is neither file nor folder. A folder that
     * cannot be listed is an unavailable object itself.
     *
     * @param folders takes those in it, and links to folders, each when the iterator comes to its name
     */
    public static Iterator<ObjectReference> list(Path folder, Consumer<Path> folders) {
        return new FolderWalk(folder, new FolderWalk.Rules() {
            @Override
            public boolean takes(Path path, BasicFileAttributes attributes) {
                if (attributes.isDirectory()) {
                    folders.accept(path);
                }
                return !attributes.isDirectory();
            }
        });
    }
}
