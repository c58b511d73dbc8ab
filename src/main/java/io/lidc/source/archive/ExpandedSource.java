package io.lidc.source.archive;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ObjectReference;
import io.lidc.source.SharedAcknowledgement;
import io.lidc.source.Source;
import io.lidc.source.Traffic;
import io.lidc.source.Verdict;
import io.lidc.source.archive.entry.EntryNames;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A source whose archives are read as if they were folders. An archive is acknowledged with the last of its entries. */
final class ExpandedSource implements Source {

    /** Opens an archive that a source has listed. */
    interface Containers {
        ByteSource open(ObjectReference archive) throws IOException;
    }

    /** An archive whose entries are not all acknowledged yet. */
    record Receipt(ObjectReference archive, SharedAcknowledgement entries) {}

    private final Source objects;
    private final Archives archives;
    private final Containers containers;
    private final Map<String, Receipt> receipts = new ConcurrentHashMap<>();

    ExpandedSource(Source objects, Archives archives, Containers containers) {
        this.objects = objects;
        this.archives = archives;
        this.containers = containers;
    }

    @Override
    public String uri() {
        return objects.uri();
    }

    @Override
    public Iterator<ObjectReference> list() {
        return new Expansion(objects.list(), archives, this);
    }

    ByteSource open(ObjectReference archive) throws IOException {
        return containers.open(archive);
    }

    /** An archive whose listing starts. */
    Receipt receipt(ObjectReference archive) {
        Receipt receipt = new Receipt(archive, new SharedAcknowledgement());
        receipts.put(archive.location().uri(), receipt);
        return receipt;
    }

    /** Says that an archive is listed to its end. */
    void listed(Receipt receipt) throws IOException {
        conclude(receipt, receipt.entries.listed());
    }

    @Override
    public void acknowledge(ObjectReference object, Verdict verdict) throws IOException {
        Receipt receipt = receipts.get(archiveOf(object));
        if (receipt == null) {
            objects.acknowledge(object, verdict);
        } else {
            conclude(receipt, receipt.entries.settle(verdict));
        }
    }

    private static String archiveOf(ObjectReference object) {
        String uri = object.location().uri();
        return EntryNames.isEntry(uri) ? EntryNames.outermostArchive(uri) : uri;
    }

    /** An archive is put away as one that could be read, whatever its entries: their locations lead to it. */
    private void conclude(Receipt receipt, Optional<Verdict> verdict) throws IOException {
        if (verdict.isPresent()) {
            receipts.remove(receipt.archive.location().uri());
            objects.acknowledge(receipt.archive, new Verdict(true, verdict.get().runId()));
        }
    }

    @Override
    public String uriOfUnreadable(ObjectReference object, String runId) {
        boolean stays = receipts.containsKey(archiveOf(object));
        return stays ? object.location().uri() : objects.uriOfUnreadable(object, runId);
    }

    @Override
    public boolean isRemote() {
        return objects.isRemote();
    }

    @Override
    public Traffic traffic() {
        return objects.traffic();
    }

    /** Unknown where there is an archive: counting its entries may take as long as reading them. */
    @Override
    public OptionalLong count(Predicate<String> countable) {
        return objects.count(name -> countable.test(name) && !Archives.isArchive(name));
    }
}
