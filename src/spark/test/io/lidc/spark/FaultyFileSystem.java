package io.lidc.spark;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of this machine under {@code faulty:///}, of which some calls get no answer in time. */
public final class FaultyFileSystem extends RawLocalFileSystem {
    private static final URI ROOT = URI.create("faulty:///");

    /** How many listings, and how many openings, are still to fail. */
    static final AtomicInteger LISTINGS = new AtomicInteger();

    static final AtomicInteger OPENINGS = new AtomicInteger();
    /** A name of a file that never opens, or of a folder that is never listed. */
    static volatile String never = "";

    @Override
    public void initialize(URI name, Configuration conf) throws IOException {
        super.initialize(ROOT, conf);
    }

    @Override
    public URI getUri() {
        return ROOT;
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        if (folder.getName().equals(never)) {
            throw new SocketTimeoutException("no answer");
        }
        fail(LISTINGS);
        return super.listStatus(folder);
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        if (file.getName().equals(never)) {
            throw new SocketTimeoutException("no answer");
        }
        fail(OPENINGS);
        return super.open(file, bufferSize);
    }

    private static void fail(AtomicInteger left) throws SocketTimeoutException {
        if (left.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
            throw new SocketTimeoutException("no answer");
        }
    }
}
