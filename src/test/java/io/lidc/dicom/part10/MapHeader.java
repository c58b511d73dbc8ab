package io.lidc.dicom.part10;

import io.lidc.dicom.DataSet;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderDigest;
import io.lidc.dicom.ReadWarning;
import java.util.List;

/** A header in memory that shares no code with the parser of this package: what another parser would give. */
record MapHeader(DataSet fileMetaInformation, DataSet dataSet, byte[] encodedDataSet, String transferSyntaxUid)
        implements Header {

    /** @param dataSetWriter encodes the data set, for the digest */
    static MapHeader of(List<Written> meta, List<Written> elements, DicomWriter dataSetWriter) {
        return new MapHeader(
                MapDataSet.of(meta, null),
                MapDataSet.of(elements, null),
                dataSetWriter.dataSet(elements),
                dataSetWriter.encoding().uid);
    }

    @Override
    public byte[] digest() {
        return new HeaderDigest()
                .update(encodedDataSet, 0, encodedDataSet.length)
                .digest();
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public List<ReadWarning> warnings() {
        return List.of();
    }
}
