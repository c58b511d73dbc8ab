package io.lidc.ingest.header;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Stable codes and plain words for what keeps an object's bytes from being read. Neither holds a path. */
public final class IoError {
    private IoError() {}

    /** Why, as a stable code. */
    public static String code(IOException e) {
        return e instanceof SourceException source ? source.code() : error(e).name();
    }

    private static SourceError error(IOException e) {
        if (e instanceof AccessDeniedException) {
            return SourceError.ACCESS_DENIED;
        }
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return SourceError.GONE;
        }
        return e instanceof FileSystemLoopException ? SourceError.LINK_LOOP : SourceError.IO_ERROR;
    }

    /** Why, in words. */
    public static String message(IOException e) {
        if (e instanceof SourceException) {
            return e.getMessage();
        }
        return switch (error(e)) {
            case ACCESS_DENIED -> "no permission to read it";
            case GONE -> "it was listed and is gone, or a link that leads nowhere";
            case LINK_LOOP -> "a link to a folder that holds it";
            default ->
                e instanceof FileSystemException fileSystem ? reason(fileSystem) : String.valueOf(e.getMessage());
        };
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
}
