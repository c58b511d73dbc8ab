package io.lidc.stow;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.HeaderReader;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Sources;
import io.lidc.source.archive.Archives;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The objects in a body that is one zip file. Its directory stands at its end, so all of it arrives first, in a file that lives as
 * long as the request, or stays where bodies are kept. An object is named by the bytes of the zip file and by its name within:
 * {@code push:sha256:HEX.zip!/name}.
 */
final class ZipPayload implements Payload {
    private static final String ENDING = ".zip";

    private final InputStream body;
    private final Archives archives;
    private final Sources sources;
    private final PushProvider received;
    private final HeaderReader reader;
    private final KeepDirectory keptFiles;
    private final PushLimits limits;
    private Path file;
    private Location location;
    private Iterator<ObjectReference> entries;
    private int count;

    /** @param keptFiles where the zip file is kept; null for nowhere */
    ZipPayload(
            InputStream body,
            Archives archives,
            Sources sources,
            PushProvider received,
            HeaderReader reader,
            KeepDirectory keptFiles,
            PushLimits limits) {
        this.body = body;
        this.archives = archives;
        this.sources = sources;
        this.received = received;
        this.reader = reader;
        this.keptFiles = keptFiles;
        this.limits = limits;
    }

    @Override
    public boolean hasNext() {
        if (entries == null) {
            try {
                location = receive();
                List<ObjectReference> whole = List.of(ObjectReference.at(location));
                entries = archives.expand(new PushProvider.Pushed(location.uri(), whole), sources)
                        .list();
            } catch (IOException e) {
                throw RefusedRequestException.ofBody(e);
            }
        }
        return entries.hasNext();
    }

    @Override
    public ReceivedChunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<ReceivedObject> chunk = new ArrayList<>();
        while (chunk.size() < limits.chunk() && entries.hasNext()) {
            count++;
            if (count > limits.parts()) {
                throw new RefusedRequestException(413, "a request may have " + limits.parts() + " parts");
            }
            chunk.add(identified(entries.next()));
        }
        return new ReceivedChunk(chunk);
    }

    private Location receive() throws IOException {
        file = keptFiles == null ? Files.createTempFile("lidc-push-", ENDING) : keptFiles.begin();
        MessageDigest digest = PartReceiver.sha256();
        try (OutputStream target = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            body.transferTo(target);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (keptFiles != null) {
            return keptFiles.place(file, sha256, ENDING);
        }
        Location whole = new Location(PushProvider.SCHEME + "sha256:" + sha256 + ENDING, Files.size(file), sha256);
        received.remember(whole, file);
        return whole;
    }

    /** An entry that cannot be opened is told of when it is ingested. */
    private ReceivedObject identified(ObjectReference entry) {
        try (ByteSource bytes = sources.open(entry)) {
            return ReceivedObject.read(entry.location(), bytes, reader);
        } catch (IOException e) {
            return new ReceivedObject(entry, null, null, null);
        }
    }

    @Override
    public void discard() throws IOException {
        if (entries instanceof Closeable closeable) {
            closeable.close();
        }
        if (location != null) {
            received.forget(location);
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
