package io.lidc.ingest.replay;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Body;

/** The folder of dead letters, seen by those who take letters out of it. */
public final class DeadLetterFolder {
    private final Path folder;

    /** @param folder of all runs */
    public DeadLetterFolder(Path folder) {
        this.folder = folder;
    }

    /** The copy of an object's bytes; empty where none was kept. */
    Optional<Path> copy(KeptLetter letter) {
        Path copy = folder.resolve(letter.runId()).resolve(letter.name());
        return !letter.isObject() && Files.isRegularFile(copy) ? Optional.of(copy) : Optional.empty();
    }

    /** Whether a run has left a record of this name. */
    boolean hasRecord(String runId, String name) {
        return Files.exists(folder.resolve(runId).resolve(name + ".json"));
    }

    /** Removes the record and the copy, and the folder of the run with its last one. An object itself stays. */
    public void remove(@Body KeptLetter letter) throws IOException {
        Path run = folder.resolve(letter.runId());
        Files.deleteIfExists(run.resolve(letter.name() + ".json"));
        if (!letter.isObject()) {
            Files.deleteIfExists(run.resolve(letter.name()));
        }
        if (letter.runEnded()) {
            deleteEmpty(run);
        }
    }

    private static void deleteEmpty(Path run) throws IOException {
        try {
            Files.delete(run);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Other letters are in it, or it never was: nothing to do.
            return;
        }
    }
}
