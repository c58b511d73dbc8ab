package io.lidc.spark.source;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.security.AccessControlException;

/** Stable codes and plain words for what a file system of Hadoop's refuses, whose messages hold names of objects. */
public final class HadoopFailure {
    private HadoopFailure() {}

    /** The same failure with a code. */
    public static SourceException of(IOException e) {
        if (e instanceof SourceException source) {
            return source;
        }
        if (e instanceof AccessDeniedException || e instanceof AccessControlException) {
            return new SourceException(SourceError.ACCESS_DENIED, "no permission to read it", e);
        }
        if (e instanceof FileNotFoundException || e instanceof NoSuchFileException) {
            return SourceException.ofTransient(SourceError.GONE, "it was listed and is gone", e);
        }
        String name = e.getClass().getSimpleName();
        if (name.equals("RemoteFileChangedException")) {
            return new SourceException(SourceError.CHANGED, "it changed after it was listed; the next run reads it", e);
        }
        if (name.contains("Throttl")) {
            return SourceException.ofTransient(SourceError.THROTTLED, "the server asks to slow down", e);
        }
        if (e instanceof SocketTimeoutException || name.contains("Timeout")) {
            return SourceException.ofTransient(SourceError.TIMEOUT, "the server did not answer in time", e);
        }
        if (e instanceof ConnectException || e instanceof UnknownHostException || e instanceof NoRouteToHostException) {
            return SourceException.ofTransient(SourceError.UNREACHABLE, "no answer: " + name, e);
        }
        return SourceException.ofTransient(SourceError.SERVER_ERROR, name, e);
    }
}
