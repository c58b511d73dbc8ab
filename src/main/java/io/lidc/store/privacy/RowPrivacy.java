package io.lidc.store.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Tag;
import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.StoredValues;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** How the rows of each table are de-identified. */
final class RowPrivacy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> SOURCES = new TypeReference<>() {};
    private static final List<String> PATIENT_KEY = List.of("patient_id", "issuer_of_patient_id");

    private final Deidentification deidentification;
    private final StoredValues values;

    RowPrivacy(Deidentification deidentification, StoredValues values) {
        this.deidentification = deidentification;
        this.values = values;
    }

    Rewriting instances() {
        List<Column> hidden = hidden(Columns.INSTANCE);
        List<String> columns = new ArrayList<>(Rewriting.names(hidden));
        columns.add("extra");
        return new Rewriting("instance", "sop_instance_uid", columns, row -> {
            List<String> rewritten = attributes(hidden, row);
            rewritten.add(values.extra(row.get(hidden.size())));
            return rewritten;
        });
    }

    Rewriting series() {
        List<Column> hidden = hidden(Columns.SERIES);
        List<String> columns = new ArrayList<>(Rewriting.names(hidden));
        columns.add("value_sources");
        return new Rewriting("series", "series_instance_uid", columns, row -> {
            List<String> rewritten = attributes(hidden, row);
            rewritten.add(sources(row.get(hidden.size()), columns, rewritten));
            return rewritten;
        });
    }

    /** With the key of the patient. */
    Rewriting studies() {
        List<Column> hidden = hidden(Columns.STUDY);
        List<String> columns = new ArrayList<>(Rewriting.names(hidden));
        columns.addAll(PATIENT_KEY);
        columns.add("value_sources");
        return new Rewriting("study", "study_instance_uid", columns, row -> {
            List<String> rewritten = attributes(hidden, row);
            List<String> patient = patientKey(row.subList(hidden.size(), hidden.size() + 2));
            List<String> remaining = new ArrayList<>(rewritten);
            // What a study belongs to has a source while it is somebody.
            remaining.add(patient.equals(List.of("", "")) ? null : patient.get(0));
            String sources = sources(row.get(hidden.size() + 2), columns, remaining);
            rewritten.addAll(patient);
            rewritten.add(sources);
            return rewritten;
        });
    }

    /** Patient ID and issuer; empty for nothing. */
    List<String> patientKey(List<String> key) {
        return List.of(
                orEmpty(deidentification.text(Tag.PATIENT_ID, key.get(0))),
                orEmpty(deidentification.text(Tag.ISSUER_OF_PATIENT_ID, key.get(1))));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** The attributes of a patient, in the order of their columns. */
    List<Object> patient(List<String> row) {
        return new ArrayList<>(attributes(Columns.PATIENT, row));
    }

    private List<Column> hidden(List<Column> columns) {
        return columns.stream()
                .filter(column -> deidentification.hides(column.tag()))
                .toList();
    }

    private List<String> attributes(List<Column> columns, List<String> row) {
        String[] rewritten = new String[columns.size()];
        for (int i = 0; i < rewritten.length; i++) {
            rewritten[i] =
                    (String) values.value(DataDictionary.keyword(columns.get(i).tag()), row.get(i));
        }
        return new ArrayList<>(Arrays.asList(rewritten));
    }

    /** Without those of values that are gone, which have none. */
    private static String sources(String json, List<String> columns, List<String> remaining) {
        if (json == null) {
            return null;
        }
        try {
            TreeMap<String, String> sources = JSON.readValue(json, SOURCES);
            boolean changed = false;
            for (int i = 0; i < remaining.size(); i++) {
                changed |= remaining.get(i) == null && sources.remove(columns.get(i)) != null;
            }
            if (!changed) {
                return json;
            }
            return sources.isEmpty() ? null : JSON.writeValueAsString(sources);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
