package io.lidc.sample.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** The value of a data element. */
public sealed interface Value {

    /** The value field, not yet padded to even length. */
    byte[] encode(Encoding encoding);

    /** Whether the length field says so instead of giving a number. */
    default boolean hasUndefinedLength() {
        return false;
    }

    /** Any VR that is text; several values are joined by a backslash. */
    record Text(String text) implements Value {
        @Override
        public byte[] encode(Encoding encoding) {
            return encoding.encodeText(text);
        }
    }

    /** Values of US, SS or OW. */
    record Words(short... words) implements Value {
        @Override
        public byte[] encode(Encoding encoding) {
            ByteBuffer buffer = encoding.buffer(2 * words.length);
            buffer.asShortBuffer().put(words);
            return buffer.array();
        }
    }

    /** One value of UL. */
    record UnsignedLong(int number) implements Value {
        @Override
        public byte[] encode(Encoding encoding) {
            return encoding.buffer(4).putInt(number).array();
        }
    }

    /** One value of FD. */
    record FloatingPointDouble(double number) implements Value {
        @Override
        public byte[] encode(Encoding encoding) {
            return encoding.buffer(8).putDouble(number).array();
        }
    }

    /** A value of OB or UN. */
    record Bytes(byte... bytes) implements Value {
        @Override
        public byte[] encode(Encoding encoding) {
            return bytes;
        }
    }

    /** A sequence whose length, and that of its items, is given as a number. */
    record Items(List<DataSet> items) implements Value {
        @Override
        public byte[] encode(Encoding encoding) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            items.forEach(item -> out.writeBytes(encoding.encodeItem(item)));
            return out.toByteArray();
        }
    }

    /** A sequence of undefined length, of items of undefined length. */
    record DelimitedItems(List<DataSet> items) implements Value {
        @Override
        public byte[] encode(Encoding encoding) {
            return encoding.encodeDelimited(items);
        }

        @Override
        public boolean hasUndefinedLength() {
            return true;
        }
    }
}
