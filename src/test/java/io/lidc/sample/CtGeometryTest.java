package io.lidc.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CtGeometryTest {
    /** Twice what rounding to the six places of a written number can make. */
    private static final double ROUNDING_MM = 1e-3;

    static Stream<CtSeries> ctSeries() {
        return Contents.SERIES.stream().filter(CtSeries.class::isInstance).map(CtSeries.class::cast);
    }

    @ParameterizedTest
    @MethodSource("ctSeries")
    void stepsAlongTheNormalByTheSpacingBetweenSlices(CtSeries series) {
        List<Integer> numbers = series.instanceNumbers();
        double spacing = decimals(series.dataSet(1), Attribute.SPACING_BETWEEN_SLICES)[0];

        assertThat(numbers.subList(1, numbers.size()))
                .allSatisfy(number -> assertThat(Math.abs(alongNormal(series, number) - alongNormal(series, 1)))
                        .isCloseTo(series.slices().places().get(number) * spacing, within(ROUNDING_MM)));
    }

    @ParameterizedTest
    @MethodSource("ctSeries")
    void orientsRowsAndColumnsAtRightAngles(CtSeries series) {
        double[] o = decimals(series.dataSet(1), Attribute.IMAGE_ORIENTATION_PATIENT);

        assertThat(o[0] * o[3] + o[1] * o[4] + o[2] * o[5]).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("ctSeries")
    void orientsRowsAndColumnsByUnitVectors(CtSeries series) {
        double[] o = decimals(series.dataSet(1), Attribute.IMAGE_ORIENTATION_PATIENT);

        assertThat(new double[] {Math.hypot(Math.hypot(o[0], o[1]), o[2]), Math.hypot(Math.hypot(o[3], o[4]), o[5])})
                .containsExactly(new double[] {1, 1}, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("ctSeries")
    void centresEachSliceOnTheFeedAtItsSliceLocation(CtSeries series) {
        DataSet slice = series.dataSet(2);
        double[] position = decimals(slice, Attribute.IMAGE_POSITION_PATIENT);
        double[] orientation = decimals(slice, Attribute.IMAGE_ORIENTATION_PATIENT);
        double half = 31.5 * decimals(slice, Attribute.PIXEL_SPACING)[0];
        double[] centre = new double[3];
        Arrays.setAll(centre, i -> position[i] + half * (orientation[i] + orientation[i + 3]));
        Direction feed = series.slices().view().feed();
        double[] middle = {0, 0, Phantom.MIDDLE};
        double location = decimals(slice, Attribute.SLICE_LOCATION)[0] - Phantom.MIDDLE * feed.z();
        double[] offset = {feed.x() * location, feed.y() * location, feed.z() * location};

        assertThat(centre)
                .containsExactly(
                        new double[] {middle[0] + offset[0], middle[1] + offset[1], middle[2] + offset[2]},
                        within(ROUNDING_MM));
    }

    @ParameterizedTest
    @MethodSource("ctSeries")
    void spreadsThePixelsOverTheReconstructionDiameter(CtSeries series) {
        DataSet slice = series.dataSet(1);

        assertThat(64 * decimals(slice, Attribute.PIXEL_SPACING)[0])
                .isEqualTo(decimals(slice, Attribute.RECONSTRUCTION_DIAMETER)[0]);
    }

    @ParameterizedTest
    @MethodSource("ctSeries")
    void storesTheNoduleInHounsfieldUnitsWhereItLies(CtSeries series) {
        Phantom.Ellipsoid nodule = series.study().patient().phantom().nodule();
        int nearest = series.instanceNumbers().stream()
                .min((a, b) -> Double.compare(distance(series, a, nodule), distance(series, b, nodule)))
                .orElseThrow();

        assertThat(hounsfieldUnits(series.dataSet(nearest), nodule)).isEqualTo(nodule.hounsfieldUnits());
    }

    @Test
    void sharesOneFrameOfReferenceWithinAStudy() {
        assertThat(ctSeries()
                        .map(series ->
                                series.study().uid() + " " + series.dataSet(1).text(Attribute.FRAME_OF_REFERENCE_UID))
                        .distinct())
                .hasSize((int) ctSeries().map(CtSeries::study).distinct().count());
    }

    @Test
    void showsAnotherPhaseOfBreathWhereAPlaceIsScannedAgain() {
        CtSeries series = ctSeries()
                .filter(candidate -> candidate.slices().isRepeated(11))
                .filter(candidate -> !candidate.slices().areTwice())
                .findFirst()
                .orElseThrow();

        assertThat(pixels(series.dataSet(11))).isNotEqualTo(pixels(series.dataSet(5)));
    }

    /** From the nodule's centre to the plane of a slice. */
    private static double distance(CtSeries series, int number, Phantom.Ellipsoid nodule) {
        double[] o = decimals(series.dataSet(number), Attribute.IMAGE_ORIENTATION_PATIENT);
        double along = nodule.centreX() * (o[1] * o[5] - o[2] * o[4])
                + nodule.centreY() * (o[2] * o[3] - o[0] * o[5])
                + nodule.centreZ() * (o[0] * o[4] - o[1] * o[3]);
        return Math.abs(along - alongNormal(series, number));
    }

    private static double hounsfieldUnits(DataSet slice, Phantom.Ellipsoid nodule) {
        double[] position = decimals(slice, Attribute.IMAGE_POSITION_PATIENT);
        double[] o = decimals(slice, Attribute.IMAGE_ORIENTATION_PATIENT);
        double spacing = decimals(slice, Attribute.PIXEL_SPACING)[0];
        double x = nodule.centreX() - position[0];
        double y = nodule.centreY() - position[1];
        double z = nodule.centreZ() - position[2];
        int column = (int) Math.round((x * o[0] + y * o[1] + z * o[2]) / spacing);
        int row = (int) Math.round((x * o[3] + y * o[4] + z * o[5]) / spacing);
        return pixels(slice)[row * 64 + column] + decimals(slice, Attribute.RESCALE_INTERCEPT)[0];
    }

    private static short[] pixels(DataSet slice) {
        return ((Value.Words) slice.elements().get(Attribute.PIXEL_DATA)).words();
    }

    private static double alongNormal(CtSeries series, int number) {
        DataSet slice = series.dataSet(number);
        double[] o = decimals(slice, Attribute.IMAGE_ORIENTATION_PATIENT);
        double[] p = decimals(slice, Attribute.IMAGE_POSITION_PATIENT);
        return p[0] * (o[1] * o[5] - o[2] * o[4])
                + p[1] * (o[2] * o[3] - o[0] * o[5])
                + p[2] * (o[0] * o[4] - o[1] * o[3]);
    }

    private static double[] decimals(DataSet dataSet, Attribute attribute) {
        return Stream.of(dataSet.text(attribute).split("\\\\"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
