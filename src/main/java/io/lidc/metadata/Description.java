package io.lidc.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What some instances say of the patient, study or series that they share. Each value is that of the instance with the least
 * SOP Instance UID that has one, so that the order in which instances are added makes no difference.
 */
public final class Description implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> SOURCES = new TypeReference<>() {};

    private final List<String> columns;
    private final Object[] values;
    private final String[] sources;
    private String describedBy;

    /** Nothing yet, for columns of these names. */
    public Description(List<String> columns) {
        this.columns = columns;
        this.values = new Object[columns.size()];
        this.sources = new String[columns.size()];
    }

    /**
     * As a table holds it.
     *
     * @param others JSON with the sources of values that are not of {@code describedBy}; null for none
     */
    public Description(List<String> columns, List<Object> values, String describedBy, String others) {
        this(columns);
        this.describedBy = describedBy;
        Map<String, String> named = others == null ? Map.of() : parse(others);
        for (int i = 0; i < this.values.length; i++) {
            this.values[i] = values.get(i);
            this.sources[i] = values.get(i) == null ? null : named.getOrDefault(columns.get(i), describedBy);
        }
    }

    /**
     * Adds what an instance says. An instance that has been added before says it anew: what it no longer says is forgotten.
     *
     * @param parent what it says of the first column, where the attributes leave that one out; null for nothing
     * @param attributes in the order of the columns, null where it says nothing
     */
    public void add(String sopInstanceUid, Object parent, List<Object> attributes) {
        int parents = values.length - attributes.size();
        if (describedBy == null || sopInstanceUid.compareTo(describedBy) < 0) {
            describedBy = sopInstanceUid;
        }
        String compared = null;
        int order = 0;
        for (int i = 0; i < values.length; i++) {
            Object value = i < parents ? parent : attributes.get(i - parents);
            String source = sources[i];
            if (source != null && source != compared) {
                // Most values of a row are of one instance.
                compared = source;
                order = sopInstanceUid.compareTo(source);
            }
            if (value != null && (source == null || order <= 0)) {
                values[i] = value;
                sources[i] = sopInstanceUid;
            } else if (value == null && source != null && order == 0) {
                values[i] = null;
                sources[i] = null;
            }
        }
    }

    /** Adds all that other instances say. */
    public void add(Description other) {
        describedBy = other.describedBy.compareTo(describedBy) < 0 ? other.describedBy : describedBy;
        for (int i = 0; i < values.length; i++) {
            boolean says = other.values[i] != null;
            if (says && (sources[i] == null || other.sources[i].compareTo(sources[i]) < 0)) {
                values[i] = other.values[i];
                sources[i] = other.sources[i];
            }
        }
    }

    /** In the order of the columns. */
    public List<Object> values() {
        return Arrays.asList(values);
    }

    /** The least SOP Instance UID of all that were added. */
    public String describedBy() {
        return describedBy;
    }

    /** The sources of values that are not of {@link #describedBy}, as a JSON object by column; null for none. */
    public String others() {
        Map<String, String> others = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (sources[i] != null && !sources[i].equals(describedBy)) {
                others.put(columns.get(i), sources[i]);
            }
        }
        try {
            return others.isEmpty() ? null : JSON.writeValueAsString(others);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a table would hold the same. */
    public boolean isSameAs(Description other) {
        return Objects.equals(describedBy, other.describedBy)
                && Arrays.equals(values, other.values)
                && Arrays.equals(sources, other.sources);
    }

    /** The same, to be added to. */
    public Description copy() {
        Description copy = new Description(columns);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        System.arraycopy(sources, 0, copy.sources, 0, sources.length);
        copy.describedBy = describedBy;
        return copy;
    }

    private static Map<String, String> parse(String others) {
        try {
            return JSON.readValue(others, SOURCES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
