package io.lidc.stow;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.HeaderReader;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.stow.multipart.RefusedRequestException;
import io.lidc.stow.received.ReceivedChunk;
import io.lidc.stow.received.ReceivedFile;
import io.lidc.stow.received.ReceivedFiles;
import io.lidc.stow.received.ReceivedObject;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * The objects in a request's content that is one zip file. Its directory stands at its end, so all of it arrives first, in a file that
 * lives as long as the request, or stays where objects are kept. An object is named by the bytes of the zip file and by its name
 * within: {@code push:sha256:HEX.zip!/name}.
 */
final class ZipPayload extends Payload {
    private static final String SUFFIX = ".zip";

    private final InputStream content;
    private final PushedArchives archives;
    private final HeaderReader reader;
    private final ReceivedFiles files;
    private final PushLimits limits;
    private ReceivedFile file;
    private Location location;
    private Iterator<ObjectReference> entries;
    private int count;

    /** @param files where the zip file goes */
    ZipPayload(
            InputStream content, PushedArchives archives, HeaderReader reader, ReceivedFiles files, PushLimits limits) {
        this.content = content;
        this.archives = archives;
        this.reader = reader;
        this.files = files;
        this.limits = limits;
    }

    @Override
    ReceivedChunk read() throws IOException {
        if (entries == null) {
            location = receive();
            entries = archives.entries(location);
        }
        List<ReceivedObject> chunk = new ArrayList<>();
        while (chunk.size() < limits.chunk() && entries.hasNext()) {
            count++;
            if (count > limits.parts()) {
                throw new RefusedRequestException(413, "a request may have " + limits.parts() + " parts");
            }
            chunk.add(identified(entries.next()));
        }
        return chunk.isEmpty() ? null : new ReceivedChunk(chunk);
    }

    private Location receive() throws IOException {
        file = files.create(SUFFIX);
        MessageDigest digest = PartReceiver.sha256();
        try (OutputStream target = new DigestOutputStream(file, digest)) {
            content.transferTo(target);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (files.keep()) {
            return files.place(file, sha256, SUFFIX);
        }
        Location whole =
                new Location(PushProvider.SCHEME + "sha256:" + sha256 + SUFFIX, Files.size(file.path()), sha256);
        archives.remember(whole, file.path());
        return whole;
    }

    /** Why an entry cannot be opened is told when it is ingested. */
    private ReceivedObject identified(ObjectReference entry) {
        try (ByteSource bytes = archives.open(entry)) {
            return ReceivedObject.read(entry.location(), bytes, reader);
        } catch (IOException e) {
            return new ReceivedObject(entry, null, null, null);
        }
    }

    @Override
    void discard() throws IOException {
        if (entries instanceof Closeable closeable) {
            closeable.close();
        }
        if (location != null) {
            archives.forget(location);
        }
        if (file != null) {
            file.delete();
        }
    }
}
