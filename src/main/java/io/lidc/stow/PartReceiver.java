package io.lidc.stow;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.HeaderReader;
import io.lidc.model.Location;
import io.lidc.source.FileSource;
import io.lidc.source.ObjectReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Takes the bytes of one object as they arrive. All are counted and digested; those of the header stay in memory. An object whose
 * header is longer than {@link #PREFIX} goes to a file that lives until the object is stored.
 */
final class PartReceiver extends OutputStream {
    private static final int PREFIX = 64 << 10;

    private final HeaderReader reader;
    private final KeepDirectory keptFiles;
    private final long most;
    private final MessageDigest digest = sha256();
    private byte[] prefix = new byte[8 << 10];
    private int kept;
    private boolean headerIsKept;
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
        } else if (!headerIsKept) {
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
            headerIsKept = trimToHeader();
            if (!headerIsKept) {
                beginFile(Files.createTempFile("lidc-push-", ".part"));
                fileStream.write(source, offset + taken, length - taken);
            }
        }
    }

    /** Whether the header ends within what has arrived; then all behind it is dropped. */
    private boolean trimToHeader() throws IOException {
        ReceivedPrefix bytes = new ReceivedPrefix(prefix, kept, -1);
        try {
            reader.read(bytes);
        } catch (ReceivedPrefix.BeyondException e) {
            return false;
        } catch (DicomException e) {
            // The same bytes will tell the same when the object is ingested.
            trim(bytes.furthest());
            return true;
        }
        trim(bytes.furthest());
        return true;
    }

    private void trim(int length) {
        kept = length;
        prefix = Arrays.copyOf(prefix, length);
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
            return ReceivedObject.of(keptFiles.place(file, sha256, ".dcm"), reader);
        }
        Location location = new Location("push:sha256:" + sha256, size, sha256);
        if (fileStream != null) {
            fileStream.close();
            Path path = file;
            return ReceivedObject.of(
                    new ObjectReference(location, () -> new FileSource(path, location.size()), readable -> discard()),
                    reader);
        }
        if (!headerIsKept && !trimToHeader()) {
            trim(kept);
        }
        byte[] bytes = prefix;
        discarded = true;
        return ReceivedObject.of(
                new ObjectReference(location, () -> new ReceivedPrefix(bytes, bytes.length, location.size())), reader);
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
