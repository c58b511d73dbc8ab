package io.lidc.quality;

import static io.lidc.quality.TestSlices.AXIAL;
import static io.lidc.quality.TestSlices.SAGITTAL;
import static io.lidc.quality.TestSlices.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesCheckTest {

    @Test
    void findsNothingInEvenlySpacedSlices() throws SQLException {
        assertThat(check(at(0, 2.5, 5, 7.5)).findings()).isEmpty();
    }

    @Test
    void callsASeriesWithoutFaultsComplete() throws SQLException {
        assertThat(check(at(0, 2.5, 5, 7.5)).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void countsTheSlicesThatAGapHasRoomFor() throws SQLException {
        SeriesQuality quality = check(at(0, 2.5, 5, 15, 17.5));

        assertThat(quality.findings()).containsExactly(Finding.MISSING_SLICES);
        assertThat(quality.missing()).isEqualTo(3);
    }

    @Test
    void toleratesPositionsRoundedToATenth() throws SQLException {
        assertThat(check(at(0, 0.6, 1.3, 1.9, 2.5, 3.1, 3.8).changeAll(TestSlices.grid(0.6, 0.7, 512)))
                        .findings())
                .isEmpty();
    }

    @Test
    void findsSpacingThatVaries() throws SQLException {
        assertThat(check(at(0, 2.5, 5, 8.2, 10.7, 13.2)).findings()).containsExactly(Finding.SPACING_VARIES);
    }

    @Test
    void findsASliceBetweenTwoRegularPlaces() throws SQLException {
        assertThat(check(at(0, 2.5, 3.5, 5, 7.5, 10, 12.5)).findings()).contains(Finding.PLANES_CROWDED);
    }

    @Test
    void findsAPlaneWithTwoSlicesOfOtherPixels() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 7.5, 2.5);

        assertThat(SeriesCheck.of(slices.list(), "HFS", (one, other) -> Optional.of(false))
                        .findings())
                .containsExactly(Finding.PLANES_CONFLICT);
    }

    @Test
    void callsTwoSlicesWithEqualPixelsRepeated() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 7.5, 2.5);

        assertThat(SeriesCheck.of(slices.list(), "HFS", (one, other) -> Optional.of(true))
                        .findings())
                .containsExactly(Finding.PLANES_REPEATED);
    }

    @Test
    void callsTwoSlicesRepeatedWhosePixelsCannotBeCompared() throws SQLException {
        assertThat(check(at(0, 2.5, 5, 7.5, 2.5)).duplicates()).isEqualTo(new Duplicates(1, 0, 0));
    }

    @Test
    void opensOnlyAFewOfManyRepeatedSlices() throws SQLException {
        List<String> compared = new ArrayList<>();
        double[] places = new double[60];
        for (int i = 0; i < 59; i++) {
            places[i] = i % 30 * 2.5;
        }
        places[59] = 90;

        SeriesCheck.of(at(places).list(), "HFS", (one, other) -> {
            compared.add(other);
            return Optional.of(true);
        });

        assertThat(compared).hasSize(8);
    }

    @Test
    void tellsTwoAcquisitionsOfTheSamePlacesApart() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 0, 2.5, 5);
        List.of(3, 4, 5).forEach(index -> slices.change(index, TestSlices.acquisition(2)));

        SeriesQuality quality = check(slices);

        assertThat(quality.findings()).containsExactly(Finding.SEVERAL_STACKS);
        assertThat(quality.stacks()).isEqualTo(2);
    }

    @Test
    void tellsTwoAcquisitionsWithRoomBetweenThemApart() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 100, 102.5, 105);
        List.of(3, 4, 5).forEach(index -> slices.change(index, TestSlices.acquisition(2)));

        assertThat(check(slices).findings()).containsExactly(Finding.SEVERAL_STACKS);
    }

    @Test
    void takesAcquisitionsThatContinueOneAnotherForOneStack() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 7.5, 10, 12.5, 20, 22.5, 25);
        List.of(3, 4, 5).forEach(index -> slices.change(index, TestSlices.acquisition(2)));
        List.of(6, 7, 8).forEach(index -> slices.change(index, TestSlices.acquisition(3)));

        assertThat(check(slices).findings()).containsExactly(Finding.MISSING_SLICES);
    }

    @Test
    void takesInterleavedAcquisitionsForOneStack() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 7.5, 10, 12.5);
        List.of(1, 3, 5).forEach(index -> slices.change(index, TestSlices.acquisition(2)));

        assertThat(check(slices).findings()).isEmpty();
    }

    @Test
    void tellsTwoReconstructionsApartByTheirKernels() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 0, 2.5, 5);
        List.of(3, 4, 5).forEach(index -> slices.change(index, TestSlices.kernel("B70f")));

        assertThat(check(slices).findings()).containsExactly(Finding.SEVERAL_STACKS, Finding.KERNEL_VARIES);
    }

    @Test
    void tellsStacksApartThatOnlyShareTheirPlaces() throws SQLException {
        assertThat(check(at(0, 0, 2.5, 2.5, 5, 5)).stacks()).isEqualTo(2);
    }

    @Test
    void tellsStacksOfTwoOrientationsApart() throws SQLException {
        TestSlices slices = at(0, 2.5, 5);
        List.of(0.0, 2.5, 5.0).forEach(x -> slices.add(SAGITTAL, new Vector(x, -160, 160)));

        assertThat(check(slices).findings()).containsExactly(Finding.SEVERAL_STACKS);
    }

    @Test
    void findsASliceThatIsNotParallelToTheOthers() throws SQLException {
        TestSlices slices = at(0, 2.5, 5).add(SAGITTAL, new Vector(0, -160, 160));

        assertThat(check(slices).findings()).containsExactly(Finding.ORIENTATION_VARIES);
    }

    @Test
    void leavesLocalizersOut() throws SQLException {
        TestSlices slices = at(0, 2.5, 5)
                .add(SAGITTAL, new Vector(0, -160, 160))
                .change(3, TestSlices.imageType("ORIGINAL\\PRIMARY\\LOCALIZER"))
                .change(3, TestSlices.grid(5, 1, 888));

        assertThat(check(slices).findings()).containsExactly(Finding.LOCALIZERS);
    }

    @Test
    void measuresTheTiltOfTheGantry() throws SQLException {
        double tilt = Math.toRadians(15);
        Orientation tilted = new Orientation(new Vector(1, 0, 0), new Vector(0, Math.cos(tilt), Math.sin(tilt)));
        TestSlices slices = new TestSlices();
        List.of(0.0, 3.0, 6.0).forEach(z -> slices.add(tilted, new Vector(-160, -160, z)));

        SeriesQuality quality = check(slices);

        assertThat(quality.findings()).containsExactly(Finding.TILTED_GANTRY, Finding.SPACING_ABOVE_THICKNESS);
        assertThat(Math.round(quality.tilt() * 1000)).isEqualTo(15_000);
    }

    @Test
    void notesObliqueSlicesThatAreStackedAlongTheirNormal() throws SQLException {
        double turn = Math.toRadians(20);
        Orientation oblique = new Orientation(new Vector(Math.cos(turn), 0, Math.sin(turn)), new Vector(0, 1, 0));
        Vector normal = oblique.normal();
        TestSlices slices = new TestSlices();
        List.of(0.0, 2.5, 5.0)
                .forEach(step ->
                        slices.add(oblique, new Vector(normal.x() * step, normal.y() * step, normal.z() * step)));

        assertThat(check(slices).findings()).containsExactly(Finding.OBLIQUE);
    }

    @Test
    void findsSlicesWithoutGeometry() throws SQLException {
        assertThat(check(at(0, 2.5, 5).add(null, null)).findings()).containsExactly(Finding.NO_GEOMETRY);
    }

    @Test
    void doesNotCheckTheFramesOfAnObject() throws SQLException {
        assertThat(check(at(0).change(0, TestSlices.frames(200))).findings()).containsExactly(Finding.MULTI_FRAME);
    }

    @Test
    void notesASingleSlice() throws SQLException {
        assertThat(check(at(0)).findings()).containsExactly(Finding.SINGLE_SLICE);
    }

    @Test
    void findsAKernelThatVaries() throws SQLException {
        assertThat(check(at(0, 2.5, 5).change(1, TestSlices.kernel("B70f"))).findings())
                .containsExactly(Finding.KERNEL_VARIES);
    }

    @Test
    void findsThicknessThatVaries() throws SQLException {
        assertThat(check(at(0, 2.5, 5).change(1, TestSlices.grid(2, 0.7, 512))).findings())
                .containsExactly(Finding.THICKNESS_VARIES);
    }

    @Test
    void findsPixelSpacingThatVaries() throws SQLException {
        assertThat(check(at(0, 2.5, 5).change(1, TestSlices.grid(2.5, 0.8, 512)))
                        .findings())
                .containsExactly(Finding.PIXEL_SPACING_VARIES);
    }

    @Test
    void findsAMatrixThatVaries() throws SQLException {
        assertThat(check(at(0, 2.5, 5).change(1, TestSlices.grid(2.5, 0.7, 256)))
                        .findings())
                .containsExactly(Finding.MATRIX_VARIES);
    }

    @Test
    void findsInstanceNumbersThatAreLeftOut() throws SQLException {
        SeriesQuality quality = check(at(0, 2.5, 5).change(2, TestSlices.number(5)));

        assertThat(quality.findings()).containsExactly(Finding.NUMBERS_MISSING);
        assertThat(quality.numbersMissing()).isEqualTo(2);
    }

    @Test
    void takesNumbersThatSkipMoreThanTheyNameForNoCount() throws SQLException {
        TestSlices slices = at(0, 2.5, 5).change(1, TestSlices.number(1001)).change(2, TestSlices.number(2001));

        assertThat(check(slices).findings()).isEmpty();
    }

    @Test
    void findsAnInstanceNumberThatTwoSlicesShare() throws SQLException {
        assertThat(check(at(0, 2.5, 5).change(2, TestSlices.number(2))).findings())
                .containsExactly(Finding.NUMBERS_REPEATED);
    }

    @Test
    void findsInstanceNumbersThatAreNotInTheOrderOfTheSlices() throws SQLException {
        assertThat(check(at(0, 5, 2.5, 7.5)).findings()).containsExactly(Finding.NUMBERS_UNORDERED);
    }

    @Test
    void acceptsInstanceNumbersInDescendingOrder() throws SQLException {
        SeriesQuality quality = check(at(7.5, 5, 2.5, 0));

        assertThat(quality.findings()).isEmpty();
        assertThat(quality.order()).isEqualTo("DESCENDING");
    }

    @Test
    void notesSlicesThatOverlap() throws SQLException {
        assertThat(check(at(0, 1.25, 2.5)).findings()).containsExactly(Finding.SPACING_BELOW_THICKNESS);
    }

    @Test
    void notesTissueThatIsNotShown() throws SQLException {
        assertThat(check(at(0, 10, 20)).findings()).containsExactly(Finding.SPACING_ABOVE_THICKNESS);
    }

    @Test
    void notesAPatientWhoLiesFeetFirst() throws SQLException {
        assertThat(SeriesCheck.of(at(0, 2.5, 5).list(), "FFS", PixelComparison.NONE)
                        .findings())
                .containsExactly(Finding.FEET_FIRST);
    }

    @Test
    void hasTheWorstVerdictOfItsFindings() throws SQLException {
        TestSlices slices = at(0, 2.5, 5, 15, 17.5).change(0, TestSlices.kernel("B70f"));

        assertThat(check(slices).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfTheRows(int seed) throws SQLException {
        TestSlices slices = at(0, 2.5, 2.5, 5, 15, 17.5, 20).add(AXIAL, new Vector(-160, -160, 22.5));
        SeriesQuality expected = check(slices);
        List<Slice> shuffled = new ArrayList<>(slices.list());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(SeriesCheck.of(shuffled, "HFS", PixelComparison.NONE)).isEqualTo(expected);
    }

    private static SeriesQuality check(TestSlices slices) throws SQLException {
        return SeriesCheck.of(slices.list(), "HFS", PixelComparison.NONE);
    }
}
