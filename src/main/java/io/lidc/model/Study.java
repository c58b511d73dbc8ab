package io.lidc.model;

import io.lidc.metadata.Columns;
import java.util.List;

/**
 * A study (PS3.3 section C.7.2.1).
 *
 * @param values in the order of {@link Columns#STUDY}
 */
public record Study(String studyInstanceUid, List<Object> values) {}
