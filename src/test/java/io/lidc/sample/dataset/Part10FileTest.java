package io.lidc.sample.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Part10FileTest {
    private static final DataSet DATA_SET = new DataSet()
            .set(Attribute.SOP_CLASS_UID, Uid.CT_IMAGE_STORAGE)
            .set(Attribute.SOP_INSTANCE_UID, Uid.of("test"))
            .set(Attribute.ROWS, 64);

    @ParameterizedTest
    @EnumSource(TransferSyntax.class)
    void putsThePrefixBehindThePreamble(TransferSyntax transferSyntax) {
        byte[] bytes = file(transferSyntax).bytes();

        assertThat(new String(bytes, 128, 4, StandardCharsets.US_ASCII)).isEqualTo("DICM");
    }

    @ParameterizedTest
    @EnumSource(TransferSyntax.class)
    void countsTheFileMetaInformationInItsGroupLength(TransferSyntax transferSyntax) {
        byte[] bytes = file(transferSyntax).bytes();
        int groupLength = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(140);

        assertThat(144 + groupLength).isEqualTo(file(transferSyntax).head().length);
    }

    @ParameterizedTest
    @EnumSource(TransferSyntax.class)
    void namesTheTransferSyntaxInTheFileMetaInformation(TransferSyntax transferSyntax) {
        byte[] head = file(transferSyntax).head();

        assertThat(new String(head, StandardCharsets.ISO_8859_1)).contains(transferSyntax.uid());
    }

    @ParameterizedTest
    @EnumSource(TransferSyntax.class)
    void hasAnEvenLength(TransferSyntax transferSyntax) {
        assertThat(file(transferSyntax).bytes().length % 2).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN")
    void deflatesTheDataSetWithoutAZlibHeader(TransferSyntax transferSyntax) throws DataFormatException {
        byte[] bytes = file(transferSyntax).bytes();
        int head = file(transferSyntax).head().length;
        byte[] plain = transferSyntax.encoding(CharacterSet.LATIN_1).encode(DATA_SET);
        Inflater inflater = new Inflater(true);
        inflater.setInput(bytes, head, bytes.length - head);
        byte[] inflated = new byte[plain.length];
        inflater.inflate(inflated);
        inflater.end();

        assertThat(inflated).isEqualTo(plain);
    }

    private static Part10File file(TransferSyntax transferSyntax) {
        return Part10File.ofInstance(DATA_SET, transferSyntax, CharacterSet.LATIN_1);
    }
}
