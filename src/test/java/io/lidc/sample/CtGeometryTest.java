package io.lidc.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
                .allSatisfy(number -> assertThat(alongNormal(series, number) - alongNormal(series, 1))
                        .isCloseTo((number - 1) * spacing, within(ROUNDING_MM)));
    }

    @ParameterizedTest
    @MethodSource("ctSeries")
    void orientsRowsAndColumnsAtRightAngles(CtSeries series) {
        double[] o = decimals(series.dataSet(1), Attribute.IMAGE_ORIENTATION_PATIENT);

        assertThat(o[0] * o[3] + o[1] * o[4] + o[2] * o[5]).isZero();
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
    void centresEachSliceOnTheAxisAtItsSliceLocation(CtSeries series) {
        DataSet slice = series.dataSet(2);
        double[] position = decimals(slice, Attribute.IMAGE_POSITION_PATIENT);
        double[] orientation = decimals(slice, Attribute.IMAGE_ORIENTATION_PATIENT);
        double half = 31.5 * decimals(slice, Attribute.PIXEL_SPACING)[0];
        double[] centre = new double[3];
        Arrays.setAll(centre, i -> position[i] + half * (orientation[i] + orientation[i + 3]));

        assertThat(centre)
                .containsExactly(
                        new double[] {0, 0, decimals(slice, Attribute.SLICE_LOCATION)[0]}, within(ROUNDING_MM));
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

        assertThat(hounsfieldUnits(series.dataSet(nearest), nodule.centreX(), nodule.centreY()))
                .isEqualTo(nodule.hounsfieldUnits());
    }

    @Test
    void sharesOneFrameOfReferenceWithinAStudy() {
        assertThat(ctSeries()
                        .map(series ->
                                series.study().uid() + " " + series.dataSet(1).text(Attribute.FRAME_OF_REFERENCE_UID))
                        .distinct())
                .hasSize((int) ctSeries().map(CtSeries::study).distinct().count());
    }

    private static double distance(CtSeries series, int number, Phantom.Ellipsoid nodule) {
        double tilt = Math.toRadians(series.slices().tilt());
        return Math.abs(series.slices().location(number) + nodule.centreY() * Math.tan(tilt) - nodule.centreZ());
    }

    private static double hounsfieldUnits(DataSet slice, double x, double y) {
        double[] position = decimals(slice, Attribute.IMAGE_POSITION_PATIENT);
        double spacing = decimals(slice, Attribute.PIXEL_SPACING)[0];
        double columnY = decimals(slice, Attribute.IMAGE_ORIENTATION_PATIENT)[4];
        int column = (int) Math.round((x - position[0]) / spacing);
        int row = (int) Math.round((y - position[1]) / spacing / columnY);
        short[] pixels = ((Value.Words) slice.elements().get(Attribute.PIXEL_DATA)).words();
        return pixels[row * 64 + column] + decimals(slice, Attribute.RESCALE_INTERCEPT)[0];
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
