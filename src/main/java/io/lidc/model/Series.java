package io.lidc.model;

import io.lidc.metadata.Columns;
import java.util.List;

/**
 * A series (PS3.3 section C.7.3.1).
 *
 * @param values in the order of {@link Columns#SERIES}
 */
public record Series(String seriesInstanceUid, List<Object> values) {}
