package io.lidc.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.Element;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

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

    private final JsonGenerator out;
    private final List<LeftOut> leftOut = new ArrayList<>();

    private DicomJson(JsonGenerator out) {
        this.out = out;
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
        DicomJson json = new DicomJson(out);
        json.writeDataSet(dataSet, "");
        return json.leftOut;
    }

    /** A tag as the model names it: eight upper-case hexadecimal digits. */
    public static String name(int tag) {
        return HEX.toHexDigits(tag);
    }

    private void writeDataSet(DataSet dataSet, String path) throws IOException {
        out.writeStartObject();
        for (Element element : ascending(dataSet)) {
            if (belongs(element.tag())) {
                writeAttribute(element, path);
            }
        }
        out.writeEndObject();
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

    private void writeAttribute(Element element, String path) throws IOException {
        String name = name(element.tag());
        String itsPath = path + '/' + name;
        out.writeObjectFieldStart(name);
        if (element.vr() == Vr.SQ) {
            writeSequence(element, itsPath);
        } else {
            out.writeStringField("vr", element.vr().name());
            writeValueField(element, itsPath);
        }
        out.writeEndObject();
    }

    private void writeSequence(Element sequence, String path) throws IOException {
        List<DataSet> items = sequence.items();
        boolean damaged = items.isEmpty() && (sequence.skipped() || sequence.bytes().length > 0);
        out.writeStringField("vr", damaged ? Vr.UN.name() : Vr.SQ.name());
        if (damaged) {
            writeBinary(sequence, path);
        } else if (!items.isEmpty()) {
            out.writeArrayFieldStart("Value");
            for (int i = 0; i < items.size(); i++) {
                writeDataSet(items.get(i), path + "/Value/" + i);
            }
            out.writeEndArray();
        }
    }

    private void writeValueField(Element element, String path) throws IOException {
        if (element.skipped() || element.vr().form() == Vr.Form.BYTES) {
            writeBinary(element, path);
        } else {
            JsonValues.write(element.values(), element.vr(), out);
        }
    }

    private void writeBinary(Element element, String path) throws IOException {
        if (element.skipped() || element.length() > INLINE_BYTES) {
            leftOut.add(new LeftOut(path, element.length() == UNDEFINED_LENGTH ? -1 : element.length()));
        } else if (element.length() > 0) {
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
