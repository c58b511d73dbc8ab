package io.lidc.dicom.part10;

import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Writes data sets in every encoding of PS3.5, to be read back.
 *
 * @param undefinedLengths whether sequences and items end with delimiters instead of declaring their lengths
 */
record DicomWriter(Encoding encoding, boolean undefinedLengths) {
    static final DicomWriter PLAIN = new DicomWriter(Encoding.EXPLICIT_LITTLE, false);
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    /** A Part 10 file whose meta group names the transfer syntax of the encoding. */
    byte[] file(List<Written> elements) {
        return file(encoding.uid, dataSet(elements));
    }

    /** A Part 10 file whose meta group names this transfer syntax, whatever the data set is. */
    static byte[] file(String transferSyntax, byte[] dataSet) {
        byte[] meta = PLAIN.dataSet(List.of(
                Written.bytes(0x00020001, Vr.OB, (byte) 0, (byte) 1),
                Written.text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, transferSyntax)));
        byte[] group = PLAIN.dataSet(
                List.of(Written.bytes(Tag.FILE_META_INFORMATION_GROUP_LENGTH, Vr.UL, little(meta.length, 4))));
        return join(preamble(), group, meta, dataSet);
    }

    /** 128 zero bytes and the prefix. */
    static byte[] preamble() {
        byte[] bytes = new byte[132];
        bytes[128] = 'D';
        bytes[129] = 'I';
        bytes[130] = 'C';
        bytes[131] = 'M';
        return bytes;
    }

    /** What bytes deflate to, as RFC 1951 has it, or RFC 1950 with its header. */
    static byte[] deflate(byte[] bytes, boolean raw) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[4096];
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        deflater.end();
        return out.toByteArray();
    }

    byte[] dataSet(List<Written> elements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Written element : elements) {
            out.writeBytes(element.items() == null ? plain(element) : sequence(element));
        }
        return out.toByteArray();
    }

    private byte[] plain(Written element) {
        byte[] value = swapped(element.value(), element.vr().width());
        return join(header(element.tag(), element.vr(), value.length), value);
    }

    private byte[] sequence(Written element) {
        byte[] items = new byte[0];
        for (List<Written> item : element.items()) {
            byte[] content = dataSet(item);
            byte[] header = join(tag(Tag.ITEM), number(undefinedLengths ? -1 : content.length, 4));
            items = join(items, header, content, delimiter(Tag.ITEM_DELIMITATION_ITEM));
        }
        return join(
                header(element.tag(), Vr.SQ, undefinedLengths ? -1 : items.length),
                items,
                delimiter(Tag.SEQUENCE_DELIMITATION_ITEM));
    }

    private byte[] delimiter(int tag) {
        return undefinedLengths ? join(tag(tag), new byte[4]) : new byte[0];
    }

    /** Tag, VR where it is explicit, and length. */
    byte[] header(int tag, Vr vr, int length) {
        if (!encoding.explicit) {
            return join(tag(tag), number(length, 4));
        }
        byte[] name = {(byte) vr.name().charAt(0), (byte) vr.name().charAt(1)};
        return vr.hasLongLength()
                ? join(tag(tag), name, new byte[2], number(length, 4))
                : join(tag(tag), name, number(length, 2));
    }

    byte[] tag(int tag) {
        return join(number(tag >>> 16, 2), number(tag & 0xFFFF, 2));
    }

    private byte[] number(int number, int width) {
        return swapped(little(number, width), width);
    }

    static byte[] little(int number, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (number >>> 8 * i);
        }
        return bytes;
    }

    /** The bytes in the order of the encoding, given in little endian; and back again. */
    byte[] swapped(byte[] bytes, int width) {
        if (!encoding.big) {
            return bytes;
        }
        byte[] swapped = bytes.clone();
        for (int i = 0; i < bytes.length - bytes.length % width; i++) {
            swapped[i] = bytes[i - i % width + width - 1 - i % width];
        }
        return swapped;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
