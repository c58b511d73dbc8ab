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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance made for a test; every attribute that is not set has no value. */
public final class TestInstance {
    private final String sopInstanceUid;
    private String patientId = "P1";
    private String studyInstanceUid = "1.1";
    private String seriesInstanceUid = "2.1";
    private String headerDigest = "00";
    private String warnings;
    private Location location;
    private final Map<String, Object> attributes = new HashMap<>();

    private TestInstance(String sopInstanceUid) {
        this.sopInstanceUid = sopInstanceUid;
        location = new Location("file:///" + sopInstanceUid + ".dcm", 1000, "1");
    }

    public static TestInstance of(String sopInstanceUid) {
        return new TestInstance(sopInstanceUid);
    }

    TestInstance at(String uri) {
        location = new Location(uri, location.size(), location.version());
        return this;
    }

    TestInstance version(String version) {
        location = new Location(location.uri(), location.size(), version);
        return this;
    }

    TestInstance digest(String digest) {
        headerDigest = digest;
        return this;
    }

    TestInstance warnings(String codes) {
        warnings = codes;
        return this;
    }

    public TestInstance patient(String id) {
        patientId = id;
        return this;
    }

    public TestInstance study(String uid) {
        studyInstanceUid = uid;
        return this;
    }

    public TestInstance series(String uid) {
        seriesInstanceUid = uid;
        return this;
    }

    public TestInstance with(String column, Object value) {
        attributes.put(column, value);
        return this;
    }

    Location location() {
        return location;
    }

    public Extraction.Read read() {
        Metadata metadata = new Metadata(
                new Patient(patientId, "", values(Columns.PATIENT)),
                new Study(studyInstanceUid, values(Columns.STUDY)),
                seriesInstanceUid == null ? null : new Series(seriesInstanceUid, values(Columns.SERIES)),
                new Instance(
                        sopInstanceUid, "1.2.840.10008.1.2.1", headerDigest, warnings, null, values(Columns.INSTANCE)));
        return new Extraction.Read(location, metadata, 100);
    }

    private List<Object> values(List<Column> columns) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(attributes.get(column.name())));
        return Collections.unmodifiableList(values);
    }
}
