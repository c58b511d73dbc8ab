package io.lidc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.Element;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Writes data sets in the DICOM JSON Model (PS3.18 section F.2), sequences and private attributes included, group
 * lengths and file meta information excluded. Values of OB, OD, OF, OL, OV, OW and UN are InlineBinary up to {@value
 * #INLINE_BYTES} bytes; longer ones, and values that the reader skipped, are left out: their attribute has nothing but
 * its vr, as an empty one has, and a {@link LeftOut} tells the two apart.
 */
public final class DicomJson {
    private static final int INLINE_BYTES = 64;
    private static final long UNDEFINED_LENGTH = 0xFFFF_FFFFL;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final SerializableString VR = new SerializedString("vr");
    private static final SerializableString[] VRS = Arrays.stream(Vr.values())
            .map(vr -> new SerializedString(vr.name()))
            .toArray(SerializableString[]::new);

    private final JsonGenerator out;
    private final StringBuilder path = new StringBuilder();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final AttributePolicy policy;

    private DicomJson(JsonGenerator out, AttributePolicy policy) {
        this.out = out;
        this.policy = policy;
    }

    /**
     * A value that is not in the JSON.
     *
     * @param path of its attribute, as JSON Pointer (RFC 6901) from the data set
     * @param length of its value field in bytes; -1 where it is encoded as undefined
     */
    public record LeftOut(String path, long length) {}

    /**
     * Writes a data set as one JSON object.
     *
     * @return what was left out, in the order of the attributes
     * @throws IOException when the generator cannot write
     */
    public static List<LeftOut> write(DataSet dataSet, JsonGenerator out) throws IOException {
        return write(dataSet, tag -> true, AttributePolicy.AS_IS, out);
    }

    /**
     * Writes those attributes of a data set whose tags are wanted, and of them and of what their items hold as much as the policy
     * says, as one JSON object.
     *
     * @return what was left out, in the order of the attributes
     * @throws IOException when the generator cannot write
     */
    public static List<LeftOut> write(DataSet dataSet, IntPredicate wanted, AttributePolicy policy, JsonGenerator out)
            throws IOException {
        DicomJson json = new DicomJson(out, policy);
        json.writeDataSet(dataSet, tag -> belongs(tag) && wanted.test(tag));
        return json.leftOut;
    }

    /** A tag as the model names it: eight upper-case hexadecimal digits. */
    public static String name(int tag) {
        return HEX.toHexDigits(tag);
    }

    private void writeDataSet(DataSet dataSet, IntPredicate wanted) throws IOException {
        out.writeStartObject();
        for (Element element : ascending(dataSet)) {
            if (wanted.test(element.tag())) {
                writeByPolicy(element);
            }
        }
        out.writeEndObject();
    }

    private void writeByPolicy(Element element) throws IOException {
        List<DataSet> items = element.vr() == Vr.SQ ? element.items() : List.of();
        Vr vr = isDamagedSequence(element, items) ? Vr.UN : element.vr();
        switch (policy.action(element.tag(), vr)) {
            case WRITE -> writeAttribute(element, vr, items);
            case REPLACE -> writeReplacement(element);
            case OMIT -> {}
        }
    }

    private static boolean isDamagedSequence(Element element, List<DataSet> items) {
        return element.vr() == Vr.SQ && items.isEmpty() && (element.skipped() || element.bytes().length > 0);
    }

    private static boolean belongs(int tag) {
        return (tag & 0xFFFF) != 0 && tag >>> 16 != 0x0002;
    }

    /** The elements by their tags as section F.2.2 has them, of a tag that is there twice the first. */
    private static List<Element> ascending(DataSet dataSet) {
        List<Element> elements = new ArrayList<>();
        boolean sorted = true;
        int last = 0;
        for (Element element : dataSet) {
            sorted &= elements.isEmpty() || Integer.compareUnsigned(last, element.tag()) < 0;
            last = element.tag();
            elements.add(element);
        }
        return sorted ? elements : sorted(elements);
    }

    private static List<Element> sorted(List<Element> elements) {
        elements.sort(Comparator.comparing(Element::tag, Integer::compareUnsigned));
        List<Element> firsts = new ArrayList<>(elements.size());
        for (Element element : elements) {
            if (firsts.isEmpty() || firsts.get(firsts.size() - 1).tag() != element.tag()) {
                firsts.add(element);
            }
        }
        return firsts;
    }

    private void writeAttribute(Element element, Vr vr, List<DataSet> items) throws IOException {
        out.writeFieldName(name(element.tag()));
        out.writeStartObject();
        writeVr(vr, out);
        if (vr == Vr.SQ) {
            writeItems(element, items);
        } else {
            writeValueField(element, vr);
        }
        out.writeEndObject();
    }

    private void writeReplacement(Element element) throws IOException {
        String text = element.text();
        writeReplacement(name(element.tag()), text == null ? null : policy.replacement(text), out);
    }

    /** An LO of one value; nothing for null. */
    static void writeReplacement(String name, String replacement, JsonGenerator out) throws IOException {
        if (replacement != null) {
            out.writeFieldName(name);
            out.writeStartObject();
            writeVr(Vr.LO, out);
            out.writeFieldName(JsonValues.VALUE);
            out.writeStartArray();
            out.writeString(replacement);
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static void writeVr(Vr vr, JsonGenerator out) throws IOException {
        out.writeFieldName(VR);
        out.writeString(VRS[vr.ordinal()]);
    }

    private void writeItems(Element sequence, List<DataSet> items) throws IOException {
        if (!items.isEmpty()) {
            out.writeFieldName(JsonValues.VALUE);
            out.writeStartArray();
            for (int i = 0; i < items.size(); i++) {
                writeItem(sequence, i, items.get(i));
            }
            out.writeEndArray();
        }
    }

    private void writeItem(Element sequence, int index, DataSet item) throws IOException {
        int length = path.length();
        path.append('/').append(name(sequence.tag())).append("/Value/").append(index);
        writeDataSet(item, DicomJson::belongs);
        path.setLength(length);
    }

    private void writeValueField(Element element, Vr vr) throws IOException {
        if (element.skipped() || vr.form() == Vr.Form.BYTES) {
            writeBinary(element);
        } else {
            JsonValues.write(element.values(), vr, out);
        }
    }

    private void writeBinary(Element element) throws IOException {
        long length = element.length();
        if (element.skipped() || length > INLINE_BYTES) {
            leftOut.add(new LeftOut(path + "/" + name(element.tag()), length == UNDEFINED_LENGTH ? -1 : length));
        } else if (length > 0) {
            byte[] bytes = element.bytes();
            if (element.bigEndian()) {
                reverseWords(bytes, element.vr().width());
            }
            out.writeFieldName("InlineBinary");
            out.writeBinary(bytes);
        }
    }

    /** The byte order of the model is that of the default transfer syntax, little endian. */
    private static void reverseWords(byte[] bytes, int width) {
        for (int word = 0; word + width <= bytes.length; word += width) {
            for (int i = 0; i < width / 2; i++) {
                byte first = bytes[word + i];
                bytes[word + i] = bytes[word + width - 1 - i];
                bytes[word + width - 1 - i] = first;
            }
        }
    }
}
