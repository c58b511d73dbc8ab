package io.lidc.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A header that is cut, at each byte of it in turn. */
class CutHeaderTest {
    private static final Written NESTED = Written.sequence(
            0x00880200, List.of(List.of(Written.us(Tag.ROWS, 64), Written.us(Tag.COLUMNS, 64)), List.of()));

    private final HeaderReader reader = new Part10Reader();

    @ParameterizedTest
    @CsvSource({
        "EXPLICIT_LITTLE, false",
        "EXPLICIT_LITTLE, true",
        "EXPLICIT_BIG, false",
        "EXPLICIT_BIG, true",
        "IMPLICIT_LITTLE, false",
        "IMPLICIT_LITTLE, true"
    })
    void readsTheHeaderOrNamesAnOffsetInIt(Encoding encoding, boolean undefinedLengths) throws IOException {
        DicomWriter writer = new DicomWriter(encoding, undefinedLengths);
        List<Written> elements = new ArrayList<>(CtHeader.elements());
        elements.add(NESTED);
        byte[] file = DicomWriter.join(writer.file(elements), writer.header(Tag.PIXEL_DATA, Vr.OW, 0));
        for (int size = 0; size < file.length; size++) {
            byte[] cut = Arrays.copyOf(file, size);
            check(new BytesSource(cut), size);
            check(new SlowSource(cut, 1000), size);
        }
    }

    private void check(ByteSource source, int size) throws IOException {
        try {
            Header header = reader.read(source);
            assertThat(header.text(Tag.SPECIFIC_CHARACTER_SET))
                    .as("cut at %d", size)
                    .isEqualTo("ISO_IR 100");
        } catch (DicomException e) {
            assertThat(e.offset()).as("cut at %d", size).isBetween(0L, (long) size);
            assertThat(e.code())
                    .as("cut at %d", size)
                    .isIn(size == 0 ? List.of(ErrorCode.EMPTY) : List.of(ErrorCode.TRUNCATED, ErrorCode.NOT_DICOM));
            assertThat(e.code() == ErrorCode.TRUNCATED).as("cut at %d", size).isEqualTo(size >= 132);
        }
    }
}
