package io.lidc.dicom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * The header of one object: its file meta information and its data set up to the pixel data. Immutable, and safe for
 * use by many threads. It holds the encoded bytes and where each element lies; values are decoded when asked for.
 */
public final class Header {
    private final Table table;
    private final int metaRows;
    private final int dataSetStart;
    private final int dataSetEnd;
    private final String transferSyntaxUid;
    private final long bytesRead;
    private final List<ReadWarning> warnings;
    private final DataSet dataSet;

    Header(
            Table table,
            int metaRows,
            int dataSetStart,
            int dataSetEnd,
            String transferSyntaxUid,
            long bytesRead,
            List<ReadWarning> warnings) {
        this.table = table;
        this.metaRows = metaRows;
        this.dataSetStart = dataSetStart;
        this.dataSetEnd = dataSetEnd;
        this.transferSyntaxUid = transferSyntaxUid;
        this.bytesRead = bytesRead;
        this.warnings = warnings;
        this.dataSet = new DataSet(table, metaRows, table.size(), null);
    }

    /** Transfer syntax UID that the data set was read by. */
    public String transferSyntaxUid() {
        return transferSyntaxUid;
    }

    /** The data set, sequences and private elements included; pixel data as an element that was skipped. */
    public DataSet dataSet() {
        return dataSet;
    }

    /** The elements of group 0002 (PS3.10 section 7.1); empty where there are none. */
    public DataSet fileMetaInformation() {
        return new DataSet(table, 0, metaRows, null);
    }

    private int find(int tag) {
        return tag >>> 16 == 2 ? fileMetaInformation().find(tag) : dataSet.find(tag);
    }

    /**
     * The whole value, decoded by the character set, without padding; numbers as decimal text, several values delimited
     * by backslashes. Null where the element is absent, empty or skipped, or holds items, bytes or words.
     */
    public String text(int tag) {
        int row = find(tag);
        return row < 0 ? null : ValueField.text(table, row, dataSet.vr(row), dataSet.characterSet());
    }

    /** One value (from 0) as a number; null where it is absent, empty or no number. */
    public Double decimal(int tag, int index) {
        int row = find(tag);
        double number = row < 0 ? Double.NaN : ValueField.decimal(table, row, dataSet.vr(row), index);
        return Double.isFinite(number) ? (Double) number : null;
    }

    /** One value (from 0) as a whole number; null where it is absent, empty, no whole number, or beyond 32 bits. */
    public Integer integer(int tag, int index) {
        int row = find(tag);
        double number = row < 0 ? Double.NaN : ValueField.decimal(table, row, dataSet.vr(row), index);
        int whole = (int) number;
        return whole == number ? (Integer) whole : null;
    }

    /** Every value of an element, typed; empty where it is absent. */
    public List<Value> values(int tag) {
        int row = find(tag);
        return row < 0 ? List.of() : ValueField.values(table, row, dataSet.vr(row), dataSet.characterSet());
    }

    /**
     * First 16 bytes of the SHA-256 of the data set as it is encoded (inflated where it is deflated), up to its pixel
     * data. Of values that were skipped, only the length counts.
     */
    public byte[] digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(table.bytes, dataSetStart, dataSetEnd - dataSetStart);
            return Arrays.copyOf(sha256.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Bytes read from the source for this header. */
    public long bytesRead() {
        return bytesRead;
    }

    /**
     * What is odd about the values, in the order of the bytes, the first hundred: misspelt character sets, undecodable
     * text and what does not read as its VR. Decodes every value, each time that it is called.
     */
    public List<ReadWarning> valueWarnings() {
        return ValueWarnings.of(dataSet);
    }

    /** What was odd about the encoding, in the order of the bytes, the first hundred; empty for a sound one. */
    public List<ReadWarning> warnings() {
        return warnings;
    }
}
