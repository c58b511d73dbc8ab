package io.lidc.spark;

import io.lidc.metadata.Columns;
import io.lidc.metadata.StoredKeys;
import io.lidc.model.Extraction;
import io.lidc.model.Instance;
import io.lidc.model.Location;
import io.lidc.model.Metadata;
import io.lidc.source.ObjectReference;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Objects as rows of {@link ObjectSchema}. */
public final class ObjectRows {
    private ObjectRows() {}

    /** What a listing has found, in a state of {@link ObjectSchema}. */
    public static Row listed(byte[] order, String state, Location location, String hint) {
        return RowFactory.create(
                order, state, location.uri(), location.size(), location.version(), hint, null, null, null, 0L);
    }

    /** The reference that a listed row stands for. */
    static ObjectReference reference(Row listed) {
        return ObjectReference.at(
                new Location(listed.getString(2), listed.getLong(3), listed.getString(4)), listed.getString(5));
    }

    /** What a listing has found and cannot be read. */
    public static Row listedFailure(byte[] order, Extraction.Unreadable failure) {
        return RowFactory.create(failure(order, failure, ObjectSchema.LISTED_COLUMNS));
    }

    /** What reading an object gave. */
    public static Row of(byte[] order, Extraction extraction) {
        if (extraction instanceof Extraction.Read read) {
            return StoredKeys.refusal(read.metadata()) == null
                    ? instance(order, read)
                    : failure(order, Extraction.Unreadable.rejected(read));
        }
        return failure(order, (Extraction.Unreadable) extraction);
    }

    private static Row failure(byte[] order, Extraction.Unreadable failure) {
        return RowFactory.create(failure(order, failure, ObjectSchema.OBJECT.length()));
    }

    private static Object[] failure(byte[] order, Extraction.Unreadable failure, int columns) {
        Object[] row = new Object[columns];
        place(row, order, failure.outcome().name(), failure);
        row[6] = failure.errorCode();
        row[7] = failure.errorOffset() < 0 ? null : failure.errorOffset();
        row[8] = failure.message();
        return row;
    }

    private static Row instance(byte[] order, Extraction.Read read) {
        Object[] row = new Object[ObjectSchema.OBJECT.length()];
        place(row, order, ObjectSchema.READ, read);
        Metadata metadata = read.metadata();
        Instance instance = metadata.instance();
        int next = ObjectSchema.LISTED_COLUMNS;
        row[next++] = instance.sopInstanceUid();
        row[next++] = instance.transferSyntaxUid();
        row[next++] = instance.headerDigest();
        row[next++] = instance.warnings();
        row[next++] = instance.extra();
        row[next++] = metadata.series() == null ? null : metadata.series().seriesInstanceUid();
        row[next++] = metadata.study() == null ? null : metadata.study().studyInstanceUid();
        row[next++] = metadata.patient().patientId();
        row[next++] = metadata.patient().issuerOfPatientId();
        next = put(row, next, instance.values());
        next = metadata.series() == null
                ? next + Columns.SERIES.size()
                : put(row, next, metadata.series().values());
        next = metadata.study() == null
                ? next + Columns.STUDY.size()
                : put(row, next, metadata.study().values());
        put(row, next, metadata.patient().values());
        return RowFactory.create(row);
    }

    private static void place(Object[] row, byte[] order, String state, Extraction extraction) {
        Location location = extraction.location();
        row[0] = order;
        row[1] = state;
        row[2] = location.uri();
        row[3] = location.size();
        row[4] = location.version();
        row[9] = extraction.bytesRead();
    }

    private static int put(Object[] row, int first, List<Object> values) {
        int next = first;
        for (Object value : values) {
            row[next++] = value instanceof Integer whole ? (Object) whole.longValue() : value;
        }
        return next;
    }
}
