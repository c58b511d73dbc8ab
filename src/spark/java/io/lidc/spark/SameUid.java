package io.lidc.spark;

import io.lidc.metadata.InstanceDifferences;
import io.lidc.metadata.Relation;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.StoredInstance;
import io.lidc.source.Presence;
import io.lidc.source.StoredLocations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Decides what becomes of all objects with one SOP Instance UID, by the rules of the store. */
final class SameUid implements FlatMapGroupsFunction<String, Row, Row> {
    private static final long serialVersionUID = 1L;

    /** What becomes of an object that was read. */
    static final String OUTCOME = "OUTCOME";
    /** An instance of the previous snapshot that goes. */
    static final String DROPPED = "DROPPED";
    /** One that is held from another place now. */
    static final String MOVED = "MOVED";
    /** A row of set_aside about something that was not read. */
    static final String SET_ASIDE = "SET_ASIDE";
    /** A location about which set_aside has nothing to say any more. */
    static final String FORGOTTEN = "FORGOTTEN";

    /** What a past state is called. */
    static final String SUPERSEDED = "SUPERSEDED";

    static final StructType DECISIONS = new StructType()
            .add("kind", DataTypes.StringType)
            .add("object_order", DataTypes.BinaryType)
            .add("outcome", DataTypes.StringType)
            .add("message", DataTypes.StringType)
            .add("source_uri", DataTypes.StringType)
            .add("size", DataTypes.LongType)
            .add("version", DataTypes.StringType)
            .add("sop_instance_uid", DataTypes.StringType)
            .add("series_instance_uid", DataTypes.StringType)
            .add("header_digest", DataTypes.StringType);

    @Override
    public Iterator<Row> call(String sopInstanceUid, Iterator<Row> rows) {
        List<Contender> contenders = new ArrayList<>();
        rows.forEachRemaining(row -> contenders.add(new Contender(row)));
        return new Decision(contenders).decide().iterator();
    }

    private static final class Decision {
        private final List<Contender> contenders;
        private final List<Row> decisions = new ArrayList<>();
        private Contender onRecord;
        private Contender held;
        private Location moved;

        Decision(List<Contender> contenders) {
            this.contenders = contenders;
        }

        List<Row> decide() {
            contenders.stream()
                    .filter(one ->
                            one.role().equals(Contender.STORED) || one.role().equals(Contender.CLEARED))
                    .forEach(one -> onRecord = one);
            held = onRecord;
            if (onRecord != null && onRecord.role().equals(Contender.CLEARED)) {
                clear();
            }
            contenders.stream()
                    .filter(one -> one.role().equals(Contender.OBJECT))
                    .sorted(Contender.BY_DISCOVERY)
                    .forEach(this::decide);
            settle();
            return decisions;
        }

        /** The location holds another instance by now: a copy takes over, or the row goes. */
        private void clear() {
            aside(onRecord.instance(), SUPERSEDED);
            moved = contenders.stream()
                    .filter(one -> one.role().equals(Contender.COPY))
                    .map(Contender::instance)
                    .filter(copy ->
                            copy.headerDigest().equals(onRecord.instance().headerDigest()))
                    .map(StoredInstance::location)
                    .min(Comparator.comparing(Location::uri))
                    .orElse(null);
            held = moved == null ? null : onRecord;
        }

        private StoredInstance stored() {
            StoredInstance stored = held.instance();
            return held != onRecord || moved == null
                    ? stored
                    : new StoredInstance(
                            stored.sopInstanceUid(),
                            stored.seriesInstanceUid(),
                            moved,
                            stored.headerDigest(),
                            stored.warnings(),
                            stored.runId());
        }

        private void decide(Contender object) {
            if (held == null) {
                outcome(object, Outcome.STORED, null);
                held = object;
                return;
            }
            StoredInstance stored = stored();
            Relation relation = Relation.of(
                    object.instance(), stored, location -> StoredLocations.presence(location.uri()) != Presence.GONE);
            switch (relation) {
                case SAME -> outcome(object, Outcome.UNCHANGED, null);
                case COPY -> outcome(object, Outcome.DUPLICATE, null);
                case OTHER ->
                    outcome(object, Outcome.CONFLICT, InstanceDifferences.describe(object.compared(), held.compared()));
                case CHANGED, COMPLETING, MOVED -> {
                    outcome(object, Outcome.STORED, null);
                    supersede(stored, object, relation);
                    held = object;
                }
            }
        }

        /** A file that was only touched, or only moved, has no past worth keeping. */
        private void supersede(StoredInstance past, Contender object, Relation relation) {
            boolean sameHeader = past.headerDigest().equals(object.instance().headerDigest());
            if (relation == Relation.COMPLETING || !sameHeader) {
                aside(past, SUPERSEDED);
            }
            if (relation == Relation.COMPLETING) {
                aside(past, Outcome.DUPLICATE.name());
            }
        }

        private void settle() {
            if (onRecord == null) {
                return;
            }
            if (held != onRecord) {
                decision(DROPPED, null, null, null, onRecord.instance());
            } else if (moved != null) {
                decision(MOVED, null, null, null, stored());
                decision(FORGOTTEN, null, null, null, stored());
            }
        }

        private void outcome(Contender object, Outcome outcome, String message) {
            decision(OUTCOME, object.order(), outcome.name(), message, object.instance());
        }

        private void aside(StoredInstance past, String outcome) {
            decision(SET_ASIDE, null, outcome, null, past);
        }

        private void decision(String kind, byte[] order, String outcome, String message, StoredInstance object) {
            decisions.add(RowFactory.create(
                    kind,
                    order,
                    outcome,
                    message,
                    object.location().uri(),
                    object.location().size(),
                    object.location().version(),
                    object.sopInstanceUid(),
                    object.seriesInstanceUid(),
                    object.headerDigest()));
        }
    }
}
