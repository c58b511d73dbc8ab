package io.lidc.stow;

import io.lidc.dicom.HeaderReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;

/** The objects that are the parts of a body: each can be stored while the next is on its way. */
final class PartPayload implements Payload {
    private final PartStream parts;
    private final HeaderReader reader;
    private final KeepDirectory keptFiles;
    private final PushLimits limits;
    private final String study;
    private final List<PartReceiver> receivers = new ArrayList<>();
    private ReceivedChunk ahead;
    private boolean ended;

    /** @param study whose objects they must be; null for any */
    PartPayload(PartStream parts, HeaderReader reader, KeepDirectory keptFiles, PushLimits limits, String study) {
        this.parts = parts;
        this.reader = reader;
        this.keptFiles = keptFiles;
        this.limits = limits;
        this.study = study;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            try {
                ahead = readChunk();
            } catch (MalformedStreamException | FileUploadIOException e) {
                throw new RefusedRequestException(400, "the body is no multipart body, or ends early");
            } catch (IOException e) {
                throw RefusedRequestException.ofBody(e);
            }
        }
        return ahead != null;
    }

    @Override
    public ReceivedChunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ReceivedChunk chunk = ahead;
        ahead = null;
        return chunk;
    }

    private ReceivedChunk readChunk() throws IOException {
        List<ReceivedObject> received = new ArrayList<>();
        receivers.removeIf(PartReceiver::isDiscarded);
        while (!ended && received.size() < limits.chunk()) {
            PartReceiver receiver = new PartReceiver(reader, keptFiles, limits.instanceBytes());
            receivers.add(receiver);
            if (parts.next(receiver)) {
                ReceivedObject object = receiver.finish();
                received.add(
                        object.mayBelongTo(study)
                                ? object
                                : object.refused("it belongs to another study than the URL names"));
            } else {
                // Before the answer: it must leave no file behind.
                receiver.discard();
                ended = true;
            }
        }
        return received.isEmpty() ? null : new ReceivedChunk(received);
    }

    @Override
    public void discard() throws IOException {
        for (PartReceiver receiver : receivers) {
            receiver.discard();
        }
        receivers.clear();
    }
}
