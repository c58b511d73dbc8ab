package io.lidc.dicom.part10;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lidc.dicom.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * A data element to be written.
 *
 * @param value its value field in little endian, padded; null for a sequence
 * @param items of a sequence; null otherwise
 */
record Written(int tag, Vr vr, byte[] value, List<List<Written>> items) {

    static Written text(int tag, Vr vr, String text) {
        return text(tag, vr, text, ISO_8859_1);
    }

    static Written text(int tag, Vr vr, String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        byte[] even = Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
        if (even.length > bytes.length) {
            even[bytes.length] = vr.padding();
        }
        return bytes(tag, vr, even);
    }

    static Written us(int tag, int... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            buffer.putShort((short) number);
        }
        return bytes(tag, Vr.US, buffer.array());
    }

    static Written bytes(int tag, Vr vr, byte... value) {
        return new Written(tag, vr, value, null);
    }

    static Written sequence(int tag, List<List<Written>> items) {
        return new Written(tag, Vr.SQ, null, items);
    }
}
