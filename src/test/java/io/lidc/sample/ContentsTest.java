package io.lidc.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.TransferSyntax;
import io.lidc.sample.dataset.Value;
import io.lidc.sample.dataset.Vr;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentsTest {

    /** PS3.5 table 6.2-1: the longest value in characters. */
    private static final Map<Vr, Integer> LONGEST =
            Map.of(Vr.AS, 4, Vr.CS, 16, Vr.DA, 8, Vr.DS, 16, Vr.IS, 12, Vr.LO, 64, Vr.SH, 16, Vr.TM, 14, Vr.UI, 64);

    private static final Map<Vr, String> PATTERN = Map.of(
            Vr.AS, "\\d{3}[DWMY]",
            Vr.CS, "[A-Z0-9 _]*",
            Vr.DA, "\\d{8}",
            Vr.DS, "-?\\d+(\\.\\d+)?",
            Vr.IS, "-?\\d+",
            Vr.TM, "\\d{6}",
            Vr.UI, "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+");

    @Test
    void givesEachInstanceAUidOfItsOwn() {
        assertThat(Contents.SERIES.stream()
                        .flatMap(series -> series.instanceNumbers().stream().map(series::instanceUid)))
                .doesNotHaveDuplicates();
    }

    @Test
    void holdsCtOfFourMakers() {
        assertThat(Contents.SERIES.stream()
                        .filter(series -> series.modality().equals("CT"))
                        .map(series -> series.scanner().manufacturer())
                        .distinct())
                .containsExactlyInAnyOrder("GE MEDICAL SYSTEMS", "SIEMENS", "Philips", "TOSHIBA");
    }

    @Test
    void showsEachTransferSyntax() {
        assertThat(Contents.SERIES.stream().map(SampleSeries::transferSyntax)).contains(TransferSyntax.values());
    }

    @Test
    void writesNoValueLongerThanItsVrAllows() {
        assertThat(values().filter(value -> LONGEST.containsKey(value.vr())))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.text()).hasSizeLessThanOrEqualTo(LONGEST.get(value.vr())));
    }

    @Test
    void writesNoValueWithCharactersThatItsVrForbids() {
        assertThat(values().filter(value ->
                        PATTERN.containsKey(value.vr()) && !value.text().isEmpty()))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.text()).matches(PATTERN.get(value.vr())));
    }

    @Test
    void fillsTheTypeOneAttributesOfEveryCtImage() {
        assertThat(firstInstances("CT")).allSatisfy(dataSet -> assertThat(dataSet.elements())
                .containsKeys(
                        Attribute.IMAGE_TYPE,
                        Attribute.FRAME_OF_REFERENCE_UID,
                        Attribute.PIXEL_SPACING,
                        Attribute.IMAGE_ORIENTATION_PATIENT,
                        Attribute.IMAGE_POSITION_PATIENT,
                        Attribute.SAMPLES_PER_PIXEL,
                        Attribute.PHOTOMETRIC_INTERPRETATION,
                        Attribute.RESCALE_INTERCEPT,
                        Attribute.RESCALE_SLOPE,
                        Attribute.PIXEL_DATA));
    }

    @Test
    void fillsTheTypeOneAttributesOfEveryDxImage() {
        assertThat(firstInstances("DX")).allSatisfy(dataSet -> assertThat(dataSet.elements())
                .containsKeys(
                        Attribute.PRESENTATION_INTENT_TYPE,
                        Attribute.IMAGE_LATERALITY,
                        Attribute.PIXEL_INTENSITY_RELATIONSHIP,
                        Attribute.PIXEL_INTENSITY_RELATIONSHIP_SIGN,
                        Attribute.RESCALE_TYPE,
                        Attribute.PRESENTATION_LUT_SHAPE,
                        Attribute.LOSSY_IMAGE_COMPRESSION,
                        Attribute.PATIENT_ORIENTATION,
                        Attribute.BURNED_IN_ANNOTATION,
                        Attribute.WINDOW_CENTER,
                        Attribute.IMAGER_PIXEL_SPACING));
    }

    private static List<DataSet> firstInstances(String modality) {
        return Contents.SERIES.stream()
                .filter(series -> series.modality().equals(modality))
                .map(series -> series.dataSet(1))
                .toList();
    }

    private record OneValue(Vr vr, String text) {}

    private static Stream<OneValue> values() {
        return Contents.SERIES.stream()
                .flatMap(series -> series.instanceNumbers().stream().map(series::dataSet))
                .flatMap(ContentsTest::values);
    }

    private static Stream<OneValue> values(DataSet dataSet) {
        return dataSet.elements().entrySet().stream().flatMap(element -> {
            Vr vr = element.getKey().vr();
            if (element.getValue() instanceof Value.Text text && vr != Vr.LT) {
                return Stream.of(text.text().split("\\\\", -1)).map(one -> new OneValue(vr, one));
            }
            if (element.getValue() instanceof Value.Items items) {
                return items.items().stream().flatMap(ContentsTest::values);
            }
            if (element.getValue() instanceof Value.DelimitedItems items) {
                return items.items().stream().flatMap(ContentsTest::values);
            }
            return Stream.empty();
        });
    }
}
