package io.lidc.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Header;
import io.lidc.json.AttributePolicy;
import io.lidc.json.DicomJson;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The attributes that are kept in {@code extra}, as config/attributes.yaml names them. */
public final class ExtraAttributes implements Serializable {
    private static final long serialVersionUID = 1L;

    /** None at all. */
    public static final ExtraAttributes NONE = new ExtraAttributes(Set.of(), false);

    /** PostgreSQL refuses U+0000 in jsonb. A backslash before the escape may be escaped itself. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private static final JsonFactory JSON = new JsonFactory();

    private final Set<Integer> tags;
    private final boolean all;

    private ExtraAttributes(Set<Integer> tags, boolean all) {
        this.tags = tags;
        this.all = all;
    }

    /**
     * Reads the names.
     *
     * @throws IllegalArgumentException naming the file and the name that is no attribute, with the nearest that is one
     */
    public static ExtraAttributes load(String file) {
        Path path = Path.of(file);
        try {
            Object document =
                    new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(Files.readString(path));
            if (document instanceof Map<?, ?> map && map.get("attributes") instanceof List<?> names) {
                return of(path, names);
            }
        } catch (IOException | YamlEngineException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(path + " must hold a list named attributes");
    }

    private static ExtraAttributes of(Path file, List<?> names) {
        Set<Integer> tags = new HashSet<>();
        boolean all = false;
        for (Object name : names) {
            if ("*".equals(name)) {
                all = true;
            } else {
                tags.add(tag(file, String.valueOf(name)));
            }
        }
        return new ExtraAttributes(Set.copyOf(tags), all);
    }

    private static int tag(Path file, String name) {
        if (name.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(name, 16);
        }
        return DataDictionary.tag(name)
                .orElseThrow(
                        () -> new IllegalArgumentException(file + " names " + name + ", which is no keyword of PS3.6"
                                + DataDictionary.nearest(name)
                                        .map(nearest -> "; did you mean " + nearest + "?")
                                        .orElse("")));
    }

    /** Whether nothing is kept. */
    public boolean isEmpty() {
        return !all && tags.isEmpty();
    }

    /**
     * Whether an object may have more of these than is kept of it. Where all are kept, nobody can tell without the object.
     *
     * @param present tags, eight hexadecimal digits each
     */
    public boolean areMissingFrom(Set<String> present) {
        return all || tags.stream().anyMatch(tag -> !present.contains(text(tag)));
    }

    /** Tells these attributes from others, in a few words. */
    public String fingerprint() {
        return (all ? "* " : "")
                + tags.stream().map(ExtraAttributes::text).sorted().collect(Collectors.joining(" "));
    }

    private static String text(int tag) {
        return String.format(Locale.ROOT, "%08X", tag);
    }

    /** What is written of these attributes, and in their items. */
    AttributePolicy policy(Deidentification deidentification) {
        return new ExtraPolicy(tags, deidentification);
    }

    /** These and further attributes of a header, as a policy says, in one JSON object; null where the header has none of them. */
    String json(Header header, Set<Integer> further, AttributePolicy policy) {
        if (isEmpty() && further.isEmpty()) {
            return null;
        }
        StringWriter json = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(json)) {
            DicomJson.write(header.dataSet(), tag -> all || tags.contains(tag) || further.contains(tag), policy, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.getBuffer().length() == 2
                ? null
                : ESCAPED_NUL.matcher(json.getBuffer()).replaceAll("$1\\\\uFFFD");
    }
}
