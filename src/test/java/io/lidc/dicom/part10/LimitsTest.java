package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.DicomWriter.join;
import static io.lidc.dicom.part10.Written.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.Limits;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bound ends a header that passes it. */
class LimitsTest {
    private static final DicomWriter PLAIN = DicomWriter.PLAIN;
    private static final Limits SMALL = new Limits(256, 4096, 64, 3, 20, 10);
    private static final Written FIRST = text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL");

    private static DicomException failure(Limits limits, byte[] dataSet) {
        return failure(limits, Encoding.EXPLICIT_LITTLE.uid, dataSet);
    }

    private static DicomException failure(Limits limits, String transferSyntax, byte[] dataSet) {
        ByteSource source = new BytesSource(DicomWriter.file(transferSyntax, dataSet));
        return catchThrowableOfType(DicomException.class, () -> new Part10Reader(limits).read(source));
    }

    private static byte[] nested(int levels, boolean undefined) {
        List<Written> inner = List.of(FIRST);
        for (int i = 0; i < levels; i++) {
            inner = List.of(Written.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, List.of(inner)));
        }
        return new DicomWriter(Encoding.EXPLICIT_LITTLE, undefined).dataSet(inner);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesOneLevelOfSequencesTooMany(boolean undefined) throws Exception {
        byte[] allowed = DicomWriter.file(Encoding.EXPLICIT_LITTLE.uid, nested(3, undefined));
        assertThat(new Part10Reader(SMALL).read(new BytesSource(allowed)).dataSet())
                .hasSize(1);
        assertThat(failure(SMALL, nested(4, undefined)).code()).isEqualTo(ErrorCode.TOO_DEEP);
    }

    @Test
    void endsQuicklyAtAHundredThousandNestedSequences() {
        byte[] level = join(PLAIN.header(0x00081140, Vr.SQ, -1), PLAIN.tag(Tag.ITEM), DicomWriter.little(-1, 4));
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            levels.writeBytes(level);
        }
        DicomException failure = failure(Limits.DEFAULT, levels.toByteArray());
        assertThat(failure.code()).isEqualTo(ErrorCode.TOO_DEEP);
        assertThat(failure.offset()).isLessThan(2_000);
    }

    @Test
    void nestsAsDeepAsItIsAllowedTo() throws Exception {
        Limits deep = new Limits(256, 1 << 24, 64, 2_000, 1 << 20, 10);
        byte[] file = DicomWriter.file(Encoding.EXPLICIT_LITTLE.uid, nested(2_000, true));
        DataSet inner = new Part10Reader(deep).read(new BytesSource(file)).dataSet();
        for (int i = 0; i < 2_000; i++) {
            inner = inner.iterator().next().items().get(0);
        }
        assertThat(inner.element(Tag.IMAGE_TYPE).text()).isEqualTo("ORIGINAL");
    }

    @Test
    void refusesTooManyElements() {
        List<Written> elements = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            elements.add(Written.us(0x00280010 + i, 1));
        }
        assertThat(failure(SMALL, PLAIN.dataSet(elements)).code()).isEqualTo(ErrorCode.TOO_MANY_ELEMENTS);
    }

    @Test
    void refusesALongHeader() {
        Limits limits = new Limits(256, 1024, 64, 3, 1000, 10);
        List<Written> elements = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            elements.add(Written.us(0x00280010 + i, 1));
        }
        assertThat(failure(limits, PLAIN.dataSet(elements)).code()).isEqualTo(ErrorCode.HEADER_TOO_LONG);
    }

    @Test
    void doesNotCountSkippedValuesAsHeader() throws Exception {
        Limits limits = new Limits(256, 1024, 64, 3, 1000, 10);
        List<Written> elements = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            elements.add(text(0x00081030 + i, Vr.LO, "x".repeat(1000)));
        }
        byte[] file = PLAIN.file(elements);
        Header fromMemory = new Part10Reader(limits).read(new BytesSource(file));
        Header inPieces = new Part10Reader(limits).read(new SlowSource(file, 50));
        assertThat(fromMemory.dataSet()).hasSize(20);
        assertThat(inPieces.digest()).isEqualTo(fromMemory.digest());
    }

    @Test
    void refusesADataSetThatInflatesTooMuch() {
        byte[] bomb = DicomWriter.deflate(
                PLAIN.dataSet(List.of(FIRST, Written.bytes(0x00282000, Vr.OB, new byte[1_000_000]))), true);
        assertThat(failure(SMALL, DicomWriter.DEFLATED, bomb).code()).isEqualTo(ErrorCode.INFLATE_RATIO);
    }

    @Test
    void refusesToInflateMoreThanAHeaderMayHold() {
        Limits limits = new Limits(256, 1 << 16, 64, 3, 20, 2_000);
        byte[] bomb = DicomWriter.deflate(
                PLAIN.dataSet(List.of(FIRST, Written.bytes(0x00282000, Vr.OB, new byte[1_000_000]))), true);
        assertThat(failure(limits, DicomWriter.DEFLATED, bomb).code()).isEqualTo(ErrorCode.HEADER_TOO_LONG);
    }

    @Test
    void refusesBoundsThatLeaveNoRoom() {
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> new Limits(256, 4096, 64, 0, 20, 10)))
                .hasMessageContaining("depth 0");
    }
}
