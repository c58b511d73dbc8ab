package io.lidc.source.folder;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A folder with all below it, or a single file, read in place. */
public record FolderSource(Path root) implements Source {
    /** The folder in which downloads keep what has not arrived whole; it is not entered. */
    public static final String INCOMPLETE = ".incomplete";

    /** Keeps the absolute path. */
    public FolderSource {
        root = root.toAbsolutePath().normalize();
    }

    @Override
    public String uri() {
        return root.toUri().toString();
    }

    @Override
    public Iterator<ObjectReference> list() {
        return new FolderWalk(root);
    }

    @Override
    public OptionalLong count(Predicate<String> countable) {
        return new FolderCount(countable).below(root);
    }
}
