package io.lidc.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lidc.dicom.Vr;
import io.lidc.json.AttributePolicy.Action;
import java.io.IOException;
import java.io.StringWriter;
import java.util.StringJoiner;

/**
 * A data set that {@link DicomJson} wrote, written again as a policy says: the same as if the policy had been there at
 * first. Numbers keep their digits. Each attribute has its {@code vr} first, as PostgreSQL orders the members of jsonb too.
 */
public final class StoredDicomJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser in;
    private final JsonGenerator out;
    private final AttributePolicy policy;

    private StoredDicomJson(JsonParser in, JsonGenerator out, AttributePolicy policy) {
        this.in = in;
        this.out = out;
        this.policy = policy;
    }

    /**
     * What the policy leaves of a data set; <code>{}</code> where it leaves nothing.
     *
     * @throws IllegalArgumentException where the text is no such data set; its message quotes nothing of it
     */
    public static String apply(AttributePolicy policy, String dataSet) {
        StringWriter written = new StringWriter(dataSet.length());
        try (JsonParser in = JSON.createParser(dataSet);
                JsonGenerator out = JSON.createGenerator(written)) {
            StoredDicomJson json = new StoredDicomJson(in, out, policy);
            json.expect(JsonToken.START_OBJECT);
            json.copyDataSet();
        } catch (IOException e) {
            // Without the cause: Jackson quotes the text.
            throw new IllegalArgumentException("text that is no data set in the DICOM JSON Model");
        }
        return written.toString();
    }

    private void copyDataSet() throws IOException {
        out.writeStartObject();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            copyAttribute(in.currentName());
        }
        out.writeEndObject();
    }

    private void copyAttribute(String name) throws IOException {
        expect(JsonToken.START_OBJECT);
        Vr vr = vr();
        Action action = policy.action(tag(name), vr);
        if (action == Action.REPLACE) {
            String text = text();
            DicomJson.writeReplacement(name, text == null ? null : policy.replacement(text), out);
        } else if (action == Action.OMIT) {
            skipMembers();
        } else {
            out.writeFieldName(name);
            out.writeStartObject();
            out.writeStringField("vr", vr.name());
            copyMembers(vr);
            out.writeEndObject();
        }
    }

    private static int tag(String name) throws IOException {
        try {
            return Integer.parseUnsignedInt(name, 16);
        } catch (NumberFormatException e) {
            throw new IOException("no tag", e);
        }
    }

    private Vr vr() throws IOException {
        expect(JsonToken.FIELD_NAME);
        String name = "vr".equals(in.currentName()) ? in.nextTextValue() : null;
        Vr vr = name == null || name.length() != 2 ? null : Vr.of(name.charAt(0), name.charAt(1));
        if (vr == null) {
            throw new IOException("no VR");
        }
        return vr;
    }

    private void copyMembers(Vr vr) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            out.writeFieldName(in.currentName());
            in.nextToken();
            if (vr == Vr.SQ) {
                copyItems();
            } else {
                copyValue();
            }
        }
    }

    private void copyItems() throws IOException {
        out.writeStartArray();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            copyDataSet();
        }
        out.writeEndArray();
    }

    private void copyValue() throws IOException {
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isNumeric()) {
                out.writeNumber(in.getText());
            } else {
                out.copyCurrentEvent(in);
            }
        } while (depth > 0 && next() != null);
    }

    /** The attribute's values as {@link io.lidc.dicom.Element#text} has them; null where there are none. */
    private String text() throws IOException {
        StringJoiner values = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            if (next() == JsonToken.START_ARRAY) {
                values = new StringJoiner("\\");
                while (next() != JsonToken.END_ARRAY) {
                    values.add(value());
                }
            }
        }
        return values == null ? null : values.toString();
    }

    private String value() throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> name();
            case VALUE_NULL -> "";
            default -> in.getText();
        };
    }

    /** A person name with its component groups delimited as in PS3.5 section 6.2.1.2. */
    private String name() throws IOException {
        String[] groups = new String[JsonValues.NAME_GROUPS.length];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            for (int i = 0; i < groups.length; i++) {
                if (JsonValues.NAME_GROUPS[i].equals(in.currentName())) {
                    groups[i] = in.nextTextValue();
                    break;
                }
            }
        }
        StringJoiner name = new StringJoiner("=");
        for (String group : groups) {
            name.add(group == null ? "" : group);
        }
        return name.toString();
    }

    private void skipMembers() throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            in.nextToken();
            in.skipChildren();
        }
    }

    private JsonToken next() throws IOException {
        JsonToken token = in.nextToken();
        if (token == null) {
            throw new IOException("it ends early");
        }
        return token;
    }

    private void expect(JsonToken token) throws IOException {
        if (in.nextToken() != token) {
            throw new IOException("no " + token);
        }
    }
}
