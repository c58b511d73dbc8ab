package io.lidc.sample.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A file of PS3.10 section 7: preamble, prefix, file meta information, data set. */
public record Part10File(
        String sopClassUid,
        String sopInstanceUid,
        TransferSyntax transferSyntax,
        CharacterSet characterSet,
        DataSet dataSet) {

    private static final int PREAMBLE_BYTES = 128;
    private static final String IMPLEMENTATION_CLASS_UID = Uid.of("implementation");

    /** The file of an instance, which names itself in its data set. */
    public static Part10File ofInstance(DataSet dataSet, TransferSyntax transferSyntax, CharacterSet characterSet) {
        return new Part10File(
                dataSet.text(Attribute.SOP_CLASS_UID),
                dataSet.text(Attribute.SOP_INSTANCE_UID),
                transferSyntax,
                characterSet,
                dataSet);
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head());
        byte[] encoded = transferSyntax.encoding(characterSet).encode(dataSet);
        out.writeBytes(transferSyntax.isDeflated() ? deflated(encoded) : encoded);
        return out.toByteArray();
    }

    /** Everything before the data set; always explicit VR little endian. */
    public byte[] head() {
        Encoding encoding = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.encoding(CharacterSet.LATIN_1);
        byte[] information = encoding.encode(new DataSet()
                .put(Attribute.FILE_META_INFORMATION_VERSION, new Value.Bytes((byte) 0, (byte) 1))
                .set(Attribute.MEDIA_STORAGE_SOP_CLASS_UID, sopClassUid)
                .set(Attribute.MEDIA_STORAGE_SOP_INSTANCE_UID, sopInstanceUid)
                .set(Attribute.TRANSFER_SYNTAX_UID, transferSyntax.uid())
                .set(Attribute.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS_UID)
                .set(Attribute.IMPLEMENTATION_VERSION_NAME, "LIDC_PIPELINE"));
        byte[] groupLength =
                encoding.encode(new DataSet().set(Attribute.FILE_META_INFORMATION_GROUP_LENGTH, information.length));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[PREAMBLE_BYTES]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(groupLength);
        out.writeBytes(information);
        return out.toByteArray();
    }

    /**
     * RFC 1951 without a zlib header, padded to even length (PS3.5 section A.5). Another zlib may deflate to other bytes
     * of the same meaning: the one file of the sample that may differ between machines.
     */
    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        if (out.size() % 2 != 0) {
            out.write(0);
        }
        return out.toByteArray();
    }
}
