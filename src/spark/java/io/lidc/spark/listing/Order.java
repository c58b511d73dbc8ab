package io.lidc.spark.listing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The place of an object in the order of discovery, as bytes that sort so: the order in which one process would walk the inputs. */
final class Order {
    private static final byte MAIN = 0;
    private static final byte THROUGH_LINK = 1;
    /** Sorts what a folder holds before all names that are longer than its own. */
    private static final byte FOLDER = 0;

    private Order() {}

    /** Of an input. */
    static byte[] ofInput(int index) {
        return ByteBuffer.allocate(5).putInt(index).put(MAIN).array();
    }

    /** Of the folder behind a link: after everything else of its input. */
    static byte[] ofLink(byte[] link, int index) {
        return ByteBuffer.allocate(9)
                .put(link, 0, 4)
                .put(THROUGH_LINK)
                .putInt(index)
                .array();
    }

    /** Of what a folder holds. Buckets know no folders: there the slash sorts as what it is, a character. */
    static byte[] ofChild(byte[] folder, byte[] name, boolean isBucket) {
        return then(folder, isBucket ? (byte) '/' : FOLDER, name);
    }

    /** Of an entry of an archive. */
    static byte[] ofEntry(byte[] archive, long index) {
        return then(archive, FOLDER, ByteBuffer.allocate(8).putLong(index).array());
    }

    private static byte[] then(byte[] order, byte separator, byte[] name) {
        byte[] child = Arrays.copyOf(order, order.length + 1 + name.length);
        child[order.length] = separator;
        System.arraycopy(name, 0, child, order.length + 1, name.length);
        return child;
    }
}
