package io.lidc.dicom.part10;

import io.lidc.dicom.DataSet;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderDigest;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.Value;
import java.util.List;

/**
 * A header as its encoded bytes and a table of where each element lies in them; values are decoded on request. The
 * look-ups by tag create no object for the element.
 */
final class Part10Header implements Header {
    private final ElementTable table;
    private final int metaRows;
    private final int dataSetStart;
    private final int dataSetEnd;
    private final String transferSyntaxUid;
    private final long bytesRead;
    private final List<ReadWarning> warnings;
    private final Part10DataSet dataSet;

    /**
     * @param metaRows number of rows of the file meta information, which come first
     * @param dataSetStart position in the table's bytes
     * @param dataSetEnd position in the table's bytes
     */
    Part10Header(
            ElementTable table,
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
        this.dataSet = new Part10DataSet(table, metaRows, table.size(), null);
    }

    @Override
    public String transferSyntaxUid() {
        return transferSyntaxUid;
    }

    @Override
    public DataSet dataSet() {
        return dataSet;
    }

    @Override
    public DataSet fileMetaInformation() {
        return metaInformation();
    }

    private Part10DataSet metaInformation() {
        return new Part10DataSet(table, 0, metaRows, null);
    }

    private int find(int tag) {
        return tag >>> 16 == 2 ? metaInformation().find(tag) : dataSet.find(tag);
    }

    @Override
    public String text(int tag) {
        int row = find(tag);
        return row < 0 ? null : ValueField.text(table, row, dataSet.vr(row), dataSet.characterSet());
    }

    @Override
    public Double decimal(int tag, int index) {
        int row = find(tag);
        double number = row < 0 ? Double.NaN : ValueField.decimal(table, row, dataSet.vr(row), index);
        return Double.isFinite(number) ? (Double) number : null;
    }

    @Override
    public Integer integer(int tag, int index) {
        int row = find(tag);
        double number = row < 0 ? Double.NaN : ValueField.decimal(table, row, dataSet.vr(row), index);
        int whole = (int) number;
        return whole == number ? (Integer) whole : null;
    }

    @Override
    public List<Value> values(int tag) {
        int row = find(tag);
        return row < 0 ? List.of() : ValueField.values(table, row, dataSet.vr(row), dataSet.characterSet());
    }

    @Override
    public byte[] digest() {
        return new HeaderDigest()
                .update(table.bytes, dataSetStart, dataSetEnd - dataSetStart)
                .digest();
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public List<ReadWarning> warnings() {
        return warnings;
    }
}
