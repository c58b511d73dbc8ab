package io.lidc.stow;

import io.lidc.dicom.HeaderReader;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.folder.FileSource;
import java.io.IOException;
import java.net.URI;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Takes the bytes of one object as they arrive. All are counted and digested; the header is parsed as soon as it is there. An object
 * whose header is longer than {@link #PREFIX} goes to a file that lives until all of it has arrived.
 */
final class PartReceiver extends OutputStream {
    private static final int PREFIX = 64 << 10;

    private final HeaderReader reader;
    private final KeepDirectory keptFiles;
    private final long most;
    private final MessageDigest digest = sha256();
    private byte[] prefix = new byte[8 << 10];
    private int kept;
    private ObjectReference.Content header;
    private long size;
    private Path file;
    private OutputStream fileStream;
    private boolean discarded;

    /**
     * @param keptFiles where the whole object is kept; null for nowhere
     * @param most bytes
     */
    PartReceiver(HeaderReader reader, KeepDirectory keptFiles, long most) throws IOException {
        this.reader = reader;
        this.keptFiles = keptFiles;
        this.most = most;
        if (keptFiles != null) {
            beginFile(keptFiles.begin());
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        size += length;
        if (size > most) {
            throw new RefusedRequestException(413, "an instance may have " + most + " bytes");
        }
        digest.update(source, offset, length);
        if (fileStream != null) {
            fileStream.write(source, offset, length);
        } else if (header == null) {
            keep(source, offset, length);
        }
    }

    private void keep(byte[] source, int offset, int length) throws IOException {
        int taken = Math.min(length, PREFIX - kept);
        if (kept + taken > prefix.length) {
            prefix = Arrays.copyOf(prefix, Math.min(PREFIX, Math.max(kept + taken, 2 * prefix.length)));
        }
        System.arraycopy(source, offset, prefix, kept, taken);
        kept += taken;
        if (taken < length) {
            if (!hasHeader()) {
                beginFile(Files.createTempFile("lidc-push-", ".part"));
                fileStream.write(source, offset + taken, length - taken);
            }
        }
    }

    /** Whether the header ends within what has arrived; then all of it is dropped. */
    private boolean hasHeader() throws IOException {
        try {
            header = header(-1);
            prefix = null;
            return true;
        } catch (ReceivedPrefix.BeyondException e) {
            return false;
        }
    }

    private void beginFile(Path path) throws IOException {
        file = path;
        fileStream = Files.newOutputStream(file);
        fileStream.write(prefix, 0, kept);
        prefix = null;
    }

    /** The object, once all of it has arrived. It is named by its bytes: whatever is pushed twice is the same object. */
    ReceivedObject finish() throws IOException {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (keptFiles != null) {
            fileStream.close();
            Location location = keptFiles.place(file, sha256, ".dcm");
            return read(location, Path.of(URI.create(location.uri())));
        }
        Location location = new Location(PushProvider.SCHEME + "sha256:" + sha256, size, sha256);
        if (fileStream != null) {
            fileStream.close();
            ReceivedObject object = read(location, file);
            discard();
            return object;
        }
        discarded = true;
        return ReceivedObject.of(location, header == null ? header(location.size()) : header);
    }

    private ReceivedObject read(Location location, Path path) throws IOException {
        try (FileSource bytes = new FileSource(path)) {
            return ReceivedObject.read(location, bytes, reader);
        }
    }

    /** Its own bytes do not suffice for the header of an object that is cut off. */
    private ObjectReference.Content header(long wholeSize) throws IOException {
        return ReceivedObject.content(new ReceivedPrefix(prefix, kept, wholeSize), reader);
    }

    @Override
    public void close() throws IOException {
        if (fileStream != null) {
            fileStream.close();
        }
    }

    boolean isDiscarded() {
        return discarded;
    }

    /** Deletes the file, where there still is one of this object alone. */
    void discard() throws IOException {
        discarded = true;
        close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
