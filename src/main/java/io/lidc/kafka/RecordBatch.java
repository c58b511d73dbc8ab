package io.lidc.kafka;

import io.lidc.model.DeliveredRecords;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Records that were delivered together, of several partitions. */
record RecordBatch(String topic, List<ReferenceRecord> records, List<ObjectReference> references) implements Source {
    private static final Pattern LOCAL = Pattern.compile("(archive:)*(file|kafka):.*", Pattern.DOTALL);

    static RecordBatch of(String topic, List<ReferenceRecord> records) {
        return new RecordBatch(
                topic, records, records.stream().map(ReferenceRecord::reference).toList());
    }

    @Override
    public String uri() {
        return KafkaProvider.SCHEME + topic;
    }

    @Override
    public Iterator<ObjectReference> list() {
        return references.iterator();
    }

    /** Where one object comes over a network, many are opened at a time. */
    @Override
    public boolean isRemote() {
        return references.stream()
                .anyMatch(object -> !LOCAL.matcher(object.location().uri()).matches());
    }

    @Override
    public List<DeliveredRecords> delivered() {
        Map<Integer, List<Long>> offsets = new TreeMap<>();
        for (ReferenceRecord one : records) {
            offsets.computeIfAbsent(one.partition(), partition -> new ArrayList<>())
                    .add(one.offset());
        }
        return offsets.entrySet().stream()
                .map(partition -> new DeliveredRecords(topic, partition.getKey(), partition.getValue()))
                .toList();
    }
}
