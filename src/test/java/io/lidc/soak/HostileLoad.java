package io.lidc.soak;

import io.lidc.soak.files.HostileFiles;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives hostile files to the service, by one of its ways in. */
final class HostileLoad {
    private final FolderLoad inbox;
    private final FolderLoad folder;
    private final PushLoad push;
    private final AtomicInteger next;

    /** @param first of the numbers that tell these files from each other */
    HostileLoad(FolderLoad inbox, FolderLoad folder, PushLoad push, int first) {
        this.inbox = inbox;
        this.folder = folder;
        this.push = push;
        this.next = new AtomicInteger(first);
    }

    void deliver(Random random) throws Exception {
        HostileFiles[] kinds = HostileFiles.values();
        HostileFiles kind = kinds[random.nextInt(kinds.length)];
        int number = next.getAndIncrement();
        byte[] bytes = kind.bytes(number);
        String name = kind.fileName(number);
        switch (random.nextInt(kind.mayBePushed() ? 3 : 2)) {
            case 0 -> inbox.deliver(name, bytes);
            case 1 -> folder.deliver(name, bytes);
            default ->
                push.send(
                        kind.isZip()
                                ? PushRequest.archive("push/" + name, bytes)
                                : PushRequest.single("push/" + name, bytes));
        }
    }
}
