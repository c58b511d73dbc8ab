package io.lidc.stow.received;

import io.lidc.model.Location;
import io.lidc.temporary.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** Where the bytes of objects go: into a folder that keeps them, or into temporary files where memory does not suffice. */
public final class ReceivedFiles {
    private final TemporaryDirectory incomplete;
    private final KeepDirectory kept;

    /** @param folder in which objects are kept; empty for none */
    public ReceivedFiles(String folder) throws IOException {
        kept = folder.isEmpty() ? null : new KeepDirectory(Path.of(folder));
        incomplete = kept == null ? TemporaryDirectory.ofProcess() : kept.incomplete();
    }

    /** Whether objects are kept. */
    public boolean keep() {
        return kept != null;
    }

    /** A file for an object that arrives. */
    public ReceivedFile create(String suffix) {
        return ReceivedFile.create(incomplete, suffix);
    }

    /** Keeps an object that has arrived, see {@link KeepDirectory#place}. */
    public Location place(ReceivedFile received, String sha256, String suffix) {
        return kept.place(received, sha256, suffix);
    }
}
