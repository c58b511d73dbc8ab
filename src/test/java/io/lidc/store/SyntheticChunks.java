package io.lidc.store;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.model.Extraction;
import io.lidc.model.Instance;
import io.lidc.model.Location;
import io.lidc.model.Metadata;
import io.lidc.model.Patient;
import io.lidc.model.Series;
import io.lidc.model.Study;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Chunks of made-up CT instances, of LIDC-IDRI's shape: 240 a series, UIDs of 64 characters in no order, 40 attributes each. */
final class SyntheticChunks {
    private static final String ROOT = "1.3.6.1.4.1.14519.5.2.1.6279.6001.";
    private static final int SERIES_LENGTH = 240;

    private final Random random = new Random(4);
    private final String runId;
    private int count;
    private String series = uid();
    private List<Object> ofThePatient = List.of();
    private List<Object> ofTheStudy = List.of();
    private List<Object> ofTheSeries = List.of();

    SyntheticChunks(String runId) {
        this.runId = runId;
    }

    /** The next chunk, of instances that no earlier one had. */
    ReadChunk next(int size) {
        List<Extraction> reads = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (count % SERIES_LENGTH == 0) {
                series = uid();
                ofThePatient = values(Columns.PATIENT);
                ofTheStudy = values(Columns.STUDY);
                ofTheSeries = values(Columns.SERIES);
            }
            reads.add(read());
            count++;
        }
        return new ReadChunk(runId, size, 0, Set.of(), reads);
    }

    private Extraction.Read read() {
        int number = count % SERIES_LENGTH;
        String patient = String.format("LIDC-IDRI-%04d", count / SERIES_LENGTH);
        String uri =
                "file:///data/LIDC-IDRI/" + patient + "/" + series + "/1-" + String.format("%03d", number) + ".dcm";
        Metadata metadata = new Metadata(
                new Patient(patient, "", ofThePatient),
                new Study(series + ".1", ofTheStudy),
                new Series(series, ofTheSeries),
                new Instance(
                        uid(),
                        "1.2.840.10008.1.2.1",
                        String.format("%032x", new BigInteger(120, random)),
                        null,
                        null,
                        values(Columns.INSTANCE)));
        return new Extraction.Read(new Location(uri, 526_000 + number, "1700000000000000000"), metadata, 8_192);
    }

    private List<Object> values(List<Column> columns) {
        List<Object> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(count % 5 == 0 && columns.indexOf(column) % 4 == 3 ? null : value(column));
        }
        return Collections.unmodifiableList(values);
    }

    private Object value(Column column) {
        return switch (column.kind()) {
            case TEXT -> column.name().length() > 16 ? "STANDARD\\AXIAL" : "STANDARD";
            case DECIMAL -> random.nextInt(4_000) / 8.0;
            case INTEGER -> random.nextInt(512);
            case DATE -> "2000-01-01";
            case TIME -> "12:30:45.25";
        };
    }

    private String uid() {
        StringBuilder uid = new StringBuilder(ROOT).append(1 + random.nextInt(9));
        while (uid.length() < 64) {
            uid.append(random.nextInt(10));
        }
        return uid.toString();
    }
}
