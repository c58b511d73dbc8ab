package io.lidc.sample.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;

/** Turns data sets into bytes (PS3.5 section 7). */
public record Encoding(boolean explicitVr, ByteOrder byteOrder, Charset charset) {

    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_DELIMITATION = 0xFFFEE00D;
    private static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;
    private static final int UNDEFINED_LENGTH = 0xFFFFFFFF;

    /** The data elements in ascending order of their tags, each of even length. */
    public byte[] encode(DataSet dataSet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 << 10);
        for (Map.Entry<Attribute, Value> element : dataSet.elements().entrySet()) {
            byte[] value =
                    padded(element.getValue().encode(this), element.getKey().vr());
            boolean undefined = element.getValue().hasUndefinedLength();
            out.writeBytes(elementHeader(element.getKey(), undefined ? UNDEFINED_LENGTH : value.length));
            out.writeBytes(value);
        }
        return out.toByteArray();
    }

    /** One item of a sequence with its item tag, of defined length. */
    byte[] encodeItem(DataSet item) {
        byte[] content = encode(item);
        return ByteBuffer.allocate(8 + content.length)
                .put(tagAndLength(ITEM, content.length))
                .put(content)
                .array();
    }

    /** Items of undefined length each, and the delimiter that ends their sequence (PS3.5 section 7.5). */
    byte[] encodeDelimited(Iterable<DataSet> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (DataSet item : items) {
            out.writeBytes(tagAndLength(ITEM, UNDEFINED_LENGTH));
            out.writeBytes(encode(item));
            out.writeBytes(tagAndLength(ITEM_DELIMITATION, 0));
        }
        out.writeBytes(tagAndLength(SEQUENCE_DELIMITATION, 0));
        return out.toByteArray();
    }

    /** Text in the character set; a character that it does not have is an error, never a question mark. */
    byte[] encodeText(String text) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text that " + charset + " cannot encode", e);
        }
    }

    /** A buffer for binary values in the byte order of the data set. */
    ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(byteOrder);
    }

    private byte[] elementHeader(Attribute attribute, int length) {
        Vr vr = attribute.vr();
        if (!explicitVr) {
            return tagAndLength(attribute.tag(), length);
        }
        ByteBuffer header = putTag(buffer(vr.hasLongLength() ? 12 : 8), attribute.tag());
        header.put((byte) vr.name().charAt(0)).put((byte) vr.name().charAt(1));
        if (vr.hasLongLength()) {
            return header.putShort((short) 0).putInt(length).array();
        }
        if (length > 0xFFFE) {
            throw new IllegalArgumentException(attribute + " is too long for its VR: " + length + " bytes");
        }
        return header.putShort((short) length).array();
    }

    private byte[] tagAndLength(int tag, int length) {
        return putTag(buffer(8), tag).putInt(length).array();
    }

    private static ByteBuffer putTag(ByteBuffer target, int tag) {
        return target.putShort((short) (tag >>> 16)).putShort((short) tag);
    }

    private static byte[] padded(byte[] value, Vr vr) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = vr.padding();
        return even;
    }
}
