package io.lidc.stow;

import io.lidc.dicom.HeaderReader;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.folder.FileSource;
import io.lidc.stow.multipart.RefusedRequestException;
import io.lidc.stow.received.ReceivedFile;
import io.lidc.stow.received.ReceivedFiles;
import io.lidc.stow.received.ReceivedObject;
import io.lidc.stow.received.ReceivedPrefix;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Takes the bytes of one object as they arrive. All are counted and digested; the header is parsed as soon as it is there. An
 * object whose header is longer than {@link #PREFIX} goes to a file that lives until all of it has arrived.
 */
final class PartReceiver extends OutputStream {
    private static final int PREFIX = 64 << 10;

    private final HeaderReader reader;
    private final ReceivedFiles files;
    private final long maxBytes;
    private final MessageDigest digest = sha256();
    private byte[] prefix = new byte[8 << 10];
    private int held;
    private ObjectReference.Content header;
    private long size;
    private ReceivedFile file;
    private boolean discarded;

    /** @param files where the whole object is kept, or what does not fit into memory */
    PartReceiver(HeaderReader reader, ReceivedFiles files, long maxBytes) {
        this.reader = reader;
        this.files = files;
        this.maxBytes = maxBytes;
        if (files.keep()) {
            writeToFile();
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        size += length;
        if (size > maxBytes) {
            throw new RefusedRequestException(413, "an instance may have " + maxBytes + " bytes");
        }
        digest.update(source, offset, length);
        if (file != null) {
            file.write(source, offset, length);
        } else if (header == null) {
            hold(source, offset, length);
        }
    }

    private void hold(byte[] source, int offset, int length) throws IOException {
        int taken = Math.min(length, PREFIX - held);
        if (held + taken > prefix.length) {
            prefix = Arrays.copyOf(prefix, Math.min(PREFIX, Math.max(held + taken, 2 * prefix.length)));
        }
        System.arraycopy(source, offset, prefix, held, taken);
        held += taken;
        if (taken < length) {
            if (!hasHeader()) {
                writeToFile();
                file.write(source, offset + taken, length - taken);
            }
        }
    }

    /** Whether the header ends within what has arrived; then the bytes are not needed any more. */
    private boolean hasHeader() throws IOException {
        try {
            header = header(-1);
            prefix = null;
            return true;
        } catch (ReceivedPrefix.BeyondException e) {
            return false;
        }
    }

    private void writeToFile() {
        file = files.create(".part");
        file.write(prefix, 0, held);
        prefix = null;
    }

    /** The object, once all of it has arrived. It is named by its bytes: whatever is pushed twice is the same object. */
    ReceivedObject finish() throws IOException {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (files.keep()) {
            file.close();
            Location location = files.place(file, sha256, ".dcm");
            return read(location, Path.of(URI.create(location.uri())));
        }
        Location location = new Location(PushProvider.SCHEME + "sha256:" + sha256, size, sha256);
        if (file != null) {
            file.close();
            ReceivedObject object = read(location, file.path());
            discard();
            return object;
        }
        discarded = true;
        return ReceivedObject.of(location, header == null ? header(size) : header);
    }

    private ReceivedObject read(Location location, Path path) throws IOException {
        try (FileSource bytes = new FileSource(path)) {
            return ReceivedObject.read(location, bytes, reader);
        }
    }

    /** @param wholeSize of the object in bytes; -1 while it arrives */
    private ObjectReference.Content header(long wholeSize) throws IOException {
        return ReceivedObject.content(new ReceivedPrefix(prefix, held, wholeSize), reader);
    }

    boolean isDiscarded() {
        return discarded;
    }

    /** Deletes the file, where there still is one of this object alone. */
    void discard() throws IOException {
        discarded = true;
        if (file != null) {
            file.delete();
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
