package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.Written.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.ReadWarning.Code;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import io.lidc.json.DicomJson;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.HeaderMapping;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever implements {@link Header} serves as well as the parser of this package. */
class OtherParserTest {
    private static final List<Written> META =
            List.of(text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, Encoding.EXPLICIT_LITTLE.uid));
    private static final List<Written> ELEMENTS = elements();

    private final Header other = MapHeader.of(META, ELEMENTS, DicomWriter.PLAIN);

    private static List<Written> elements() {
        List<Written> elements = new ArrayList<>(CtHeader.elements());
        elements.add(Written.sequence(
                Tag.REFERENCED_IMAGE_SEQUENCE,
                List.of(List.of(text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, "1.2.3")), List.of())));
        elements.sort((one, another) -> Integer.compareUnsigned(one.tag(), another.tag()));
        return elements;
    }

    private static Header part10() throws DicomException, IOException {
        return new Part10Reader().read(new BytesSource(DicomWriter.PLAIN.file(ELEMENTS)));
    }

    @Test
    void isMappedToTheSameMetadata() throws Exception {
        HeaderMapping mapping = new HeaderMapping(ExtraAttributes.NONE, Deidentification.keep());
        assertThat(mapping.map(other)).isEqualTo(mapping.map(part10()));
    }

    @Test
    void isWrittenAsTheSameJson() throws Exception {
        assertThat(json(other.dataSet())).isEqualTo(json(part10().dataSet())).contains("LIDC-IDRI-0001");
    }

    @Test
    void answersLookUpsByTagAlike() throws Exception {
        Header part10 = part10();
        for (Written element : ELEMENTS) {
            int tag = element.tag();
            assertThat(other.text(tag)).isEqualTo(part10.text(tag));
            assertThat(other.decimal(tag, 0)).isEqualTo(part10.decimal(tag, 0));
            assertThat(other.integer(tag, 0)).isEqualTo(part10.integer(tag, 0));
            assertThat(other.values(tag)).isEqualTo(part10.values(tag));
        }
        assertThat(other.text(Tag.TRANSFER_SYNTAX_UID)).isEqualTo(part10.text(Tag.TRANSFER_SYNTAX_UID));
    }

    @Test
    void warnsOfItsValues() {
        Header thin = MapHeader.of(META, List.of(text(Tag.SLICE_THICKNESS, Vr.DS, "thin")), DicomWriter.PLAIN);
        assertThat(thin.valueWarnings())
                .containsExactly(new ReadWarning(Code.UNREADABLE_VALUE, Tag.SLICE_THICKNESS, -1));
    }

    private static String json(DataSet dataSet) throws IOException {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(json)) {
            DicomJson.write(dataSet, out);
        }
        return json.toString();
    }
}
