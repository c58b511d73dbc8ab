package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.Uid;
import io.lidc.sample.dataset.Value;
import java.util.List;

/** Sequences, nested and of undefined length, and a private block: what scanners add to their headers. */
final class CtExtras {
    private CtExtras() {}

    static DataSet dataSet(CtSeries series) {
        return new DataSet()
                .put(Attribute.PROCEDURE_CODE_SEQUENCE, new Value.Items(List.of(chestCt())))
                .put(Attribute.REQUEST_ATTRIBUTES_SEQUENCE, new Value.DelimitedItems(List.of(request())))
                .put(Attribute.REFERENCED_IMAGE_SEQUENCE, new Value.Items(references(series)))
                .addAll(privateBlock(series.study().patient().phantom().nodule()));
    }

    private static DataSet chestCt() {
        return new DataSet()
                .set(Attribute.CODE_VALUE, "24627-2")
                .set(Attribute.CODING_SCHEME_DESIGNATOR, "LN")
                .set(Attribute.CODE_MEANING, "CT Chest");
    }

    private static DataSet request() {
        return new DataSet()
                .set(Attribute.REQUESTED_PROCEDURE_ID, "RP1")
                .set(Attribute.SCHEDULED_PROCEDURE_STEP_ID, "SPS1")
                .set(Attribute.SCHEDULED_PROCEDURE_STEP_DESCRIPTION, "Chest, low dose")
                .put(Attribute.SCHEDULED_PROTOCOL_CODE_SEQUENCE, new Value.DelimitedItems(List.of(chestCt())));
    }

    private static List<DataSet> references(CtSeries series) {
        return series.instanceNumbers().stream()
                .limit(2)
                .map(number -> new DataSet()
                        .set(Attribute.REFERENCED_SOP_CLASS_UID, Uid.CT_IMAGE_STORAGE)
                        .set(Attribute.REFERENCED_SOP_INSTANCE_UID, series.instanceUid(number)))
                .toList();
    }

    /** Private data elements in a block that a creator reserves (PS3.5 section 7.8.1). */
    private static DataSet privateBlock(Phantom.Ellipsoid nodule) {
        Value radius = new Value.FloatingPointDouble(nodule.halfX());
        return new DataSet()
                .set(Attribute.PRIVATE_CREATOR, "LIDC PIPELINE SAMPLE")
                .set(Attribute.PRIVATE_NOTE, "round nodule")
                .put(Attribute.PRIVATE_NODULE_RADIUS, radius)
                .put(
                        Attribute.PRIVATE_NODULE_SEQUENCE,
                        new Value.DelimitedItems(List.of(new DataSet()
                                .set(Attribute.PRIVATE_CREATOR, "LIDC PIPELINE SAMPLE")
                                .put(Attribute.PRIVATE_NODULE_RADIUS, radius))))
                .put(Attribute.PRIVATE_BYTES, new Value.Bytes((byte) 1, (byte) 2, (byte) 3, (byte) 4));
    }
}
