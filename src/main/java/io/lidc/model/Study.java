package io.lidc.model;

import java.util.List;

/**
 * A study (PS3.3 section C.7.2.1).
 *
 * @param values in the order of {@code metadata.Columns.STUDY}
 */
public record Study(String studyInstanceUid, List<Object> values) {}
