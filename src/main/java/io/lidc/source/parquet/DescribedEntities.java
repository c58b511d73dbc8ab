package io.lidc.source.parquet;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.model.Instance;
import io.lidc.model.Metadata;
import io.lidc.model.Patient;
import io.lidc.model.Series;
import io.lidc.model.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The patients, studies and series of some tables: what each instance says of them, so that a database comes to the same rows. */
final class DescribedEntities {
    private static final List<String> SERIES = List.of("series_instance_uid");
    private static final List<String> STUDY = List.of("study_instance_uid");
    private static final List<String> PATIENT = List.of("patient_id", "issuer_of_patient_id");
    private static final List<String> NOBODY = List.of("", "");

    private final Map<List<String>, DescribedEntity> series = new HashMap<>();
    private final Map<List<String>, DescribedEntity> studies = new HashMap<>();
    private final Map<List<String>, DescribedEntity> patients = new HashMap<>();
    /** By an instance that is known to be of it. */
    private final Map<String, DescribedEntity> studyOf = new HashMap<>();

    private final Map<String, DescribedEntity> patientOf = new HashMap<>();
    private final DescribedEntity firstPatient;

    DescribedEntities(ParquetFiles files) throws IOException {
        read(files, "series", SERIES, STUDY, Columns.SERIES, series);
        read(files, "study", STUDY, PATIENT, Columns.STUDY, studies);
        read(files, "patient", PATIENT, List.of(), Columns.PATIENT, patients);
        studies.values().forEach(study -> study.named().forEach(uid -> studyOf.put(uid, study)));
        patients.values().forEach(patient -> patient.named().forEach(uid -> patientOf.put(uid, patient)));
        firstPatient = patients.values().stream()
                .min(Comparator.comparing(DescribedEntity::describedBy))
                .orElse(null);
    }

    private static void read(
            ParquetFiles files,
            String table,
            List<String> key,
            List<String> parent,
            List<Column> attributes,
            Map<List<String>, DescribedEntity> entities)
            throws IOException {
        for (Path file : files.of(table)) {
            String modality = ParquetFiles.modality(file);
            try (Stream<ParquetRow> rows = ParquetRow.read(file)) {
                rows.forEach(row -> {
                    if (modality != null) {
                        row.values().put("modality", modality);
                    }
                    DescribedEntity entity = DescribedEntity.of(row, key, parent, attributes);
                    entities.put(entity.key(), entity);
                });
            }
        }
    }

    /**
     * All that an instance says.
     *
     * @param seriesInstanceUid null where it names none
     */
    Metadata metadata(Instance instance, String seriesInstanceUid) {
        String uid = instance.sopInstanceUid();
        DescribedEntity ofSeries = seriesInstanceUid == null ? null : series.get(List.of(seriesInstanceUid));
        DescribedEntity ofStudy = study(uid, ofSeries);
        DescribedEntity ofPatient = patient(uid, ofStudy);
        List<String> patientKey = ofPatient == null ? NOBODY : ofPatient.key();
        return new Metadata(
                new Patient(patientKey.get(0), patientKey.get(1), said(ofPatient, uid, Columns.PATIENT)),
                ofStudy == null ? null : new Study(ofStudy.key().get(0), ofStudy.saidBy(uid)),
                seriesInstanceUid == null ? null : new Series(seriesInstanceUid, said(ofSeries, uid, Columns.SERIES)),
                instance);
    }

    private DescribedEntity study(String uid, DescribedEntity ofSeries) {
        DescribedEntity known = studyOf.get(uid);
        if (known != null || ofSeries == null || !ofSeries.parentIsOf(uid)) {
            return known;
        }
        DescribedEntity study = studies.get(ofSeries.parent());
        return study != null && study.mayHave(uid) ? study : null;
    }

    /** An instance is always of some patient, if only of one without an ID. */
    private DescribedEntity patient(String uid, DescribedEntity ofStudy) {
        DescribedEntity known = patientOf.get(uid);
        if (known != null) {
            return known;
        }
        List<String> key = ofStudy != null && ofStudy.parentIsOf(uid) ? ofStudy.parent() : NOBODY;
        DescribedEntity patient = patients.get(key);
        return patient != null && patient.mayHave(uid) ? patient : firstPatient;
    }

    private static List<Object> said(DescribedEntity entity, String uid, List<Column> columns) {
        return entity == null ? columns.stream().map(column -> (Object) null).toList() : entity.saidBy(uid);
    }
}
