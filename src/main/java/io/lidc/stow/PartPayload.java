package io.lidc.stow;

import io.lidc.dicom.HeaderReader;
import io.lidc.stow.multipart.PartStream;
import io.lidc.stow.received.ReceivedChunk;
import io.lidc.stow.received.ReceivedFiles;
import io.lidc.stow.received.ReceivedObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The objects that are the parts of a request's content: each can be stored while the next is on its way. */
final class PartPayload extends Payload {
    private final PartStream parts;
    private final HeaderReader reader;
    private final ReceivedFiles files;
    private final PushLimits limits;
    private final String study;
    private final List<PartReceiver> receivers = new ArrayList<>();
    private boolean ended;

    /** @param study whose objects they must be; null for any */
    PartPayload(PartStream parts, HeaderReader reader, ReceivedFiles files, PushLimits limits, String study) {
        this.parts = parts;
        this.reader = reader;
        this.files = files;
        this.limits = limits;
        this.study = study;
    }

    @Override
    ReceivedChunk read() throws IOException {
        List<ReceivedObject> received = new ArrayList<>();
        receivers.removeIf(PartReceiver::isDiscarded);
        while (!ended && received.size() < limits.chunk()) {
            PartReceiver receiver = new PartReceiver(reader, files, limits.instanceBytes());
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
    void discard() throws IOException {
        for (PartReceiver receiver : receivers) {
            receiver.discard();
        }
        receivers.clear();
    }
}
