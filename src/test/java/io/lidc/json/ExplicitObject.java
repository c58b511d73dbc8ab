package io.lidc.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** A Part 10 object in Explicit VR, element by element as told, in little or big endian. */
public final class ExplicitObject {
    private static final Set<String> SHORT_LENGTH = Set.of(
            "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST", "TM",
            "UI", "UL", "US");

    private final ByteOrder order;
    private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

    public ExplicitObject() {
        this(ByteOrder.LITTLE_ENDIAN);
    }

    ExplicitObject(ByteOrder order) {
        this.order = order;
    }

    /** Appends an element, its text one byte a character, padded by a blank to an even length. */
    public ExplicitObject with(int tag, String vr, String text) {
        byte[] bytes = (text.length() % 2 == 0 ? text : text + ' ').getBytes(ISO_8859_1);
        return with(tag, vr, bytes);
    }

    /** Appends an element whose value field is as it is here. */
    public ExplicitObject with(int tag, String vr, byte... value) {
        ByteBuffer head = buffer(12);
        putTag(head, tag).put(vr.getBytes(ISO_8859_1));
        if (SHORT_LENGTH.contains(vr)) {
            head.putShort((short) value.length);
        } else {
            head.putShort((short) 0).putInt(value.length);
        }
        elements.write(head.array(), 0, head.position());
        elements.writeBytes(value);
        return this;
    }

    /** Appends a sequence of items. */
    public ExplicitObject with(int tag, ExplicitObject... items) {
        ByteArrayOutputStream sequence = new ByteArrayOutputStream();
        for (ExplicitObject item : items) {
            ByteBuffer head = putTag(buffer(8), 0xFFFE_E000).putInt(item.elements.size());
            sequence.writeBytes(head.array());
            sequence.writeBytes(item.elements.toByteArray());
        }
        return with(tag, "SQ", sequence.toByteArray());
    }

    /** The whole object, preamble and file meta information included. */
    public byte[] bytes() {
        String syntax = order == ByteOrder.BIG_ENDIAN ? "1.2.840.10008.1.2.2\0" : "1.2.840.10008.1.2.1\0";
        ExplicitObject meta = new ExplicitObject().with(0x0002_0010, "UI", syntax);
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(new byte[128]);
        object.writeBytes("DICM".getBytes(ISO_8859_1));
        ByteBuffer length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(meta.elements.size());
        object.writeBytes(new ExplicitObject()
                .with(0x0002_0000, "UL", length.array())
                .elements
                .toByteArray());
        object.writeBytes(meta.elements.toByteArray());
        object.writeBytes(elements.toByteArray());
        return object.toByteArray();
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static ByteBuffer putTag(ByteBuffer buffer, int tag) {
        return buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
    }
}
