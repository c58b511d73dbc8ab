package io.lidc.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The slices of a series made for a test: axial, 2.5 mm thick, numbered from 1 in the order in which they are added. */
final class TestSlices {
    static final Orientation AXIAL = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
    static final Orientation SAGITTAL = new Orientation(new Vector(0, 1, 0), new Vector(0, 0, -1));

    private final List<Slice> slices = new ArrayList<>();

    static TestSlices at(double... places) {
        TestSlices slices = new TestSlices();
        for (double z : places) {
            slices.add(AXIAL, new Vector(-160, -160, z));
        }
        return slices;
    }

    TestSlices add(Orientation orientation, Vector position) {
        int number = slices.size() + 1;
        slices.add(new Slice(
                "3." + number,
                number,
                1,
                "ORIGINAL\\PRIMARY\\AXIAL",
                null,
                2.5,
                0.7,
                0.7,
                512,
                512,
                "B30f",
                position,
                orientation));
        return this;
    }

    /** Changes a slice, counted from 0. */
    TestSlices change(int index, UnaryOperator<Slice> change) {
        slices.set(index, change.apply(slices.get(index)));
        return this;
    }

    TestSlices changeAll(UnaryOperator<Slice> change) {
        slices.replaceAll(change);
        return this;
    }

    List<Slice> list() {
        return slices;
    }

    static UnaryOperator<Slice> number(Integer number) {
        return slice -> copy(slice, number, slice.acquisitionNumber(), slice.imageType(), slice.kernel());
    }

    static UnaryOperator<Slice> acquisition(Integer acquisition) {
        return slice -> copy(slice, slice.instanceNumber(), acquisition, slice.imageType(), slice.kernel());
    }

    static UnaryOperator<Slice> imageType(String type) {
        return slice -> copy(slice, slice.instanceNumber(), slice.acquisitionNumber(), type, slice.kernel());
    }

    static UnaryOperator<Slice> kernel(String kernel) {
        return slice -> copy(slice, slice.instanceNumber(), slice.acquisitionNumber(), slice.imageType(), kernel);
    }

    static UnaryOperator<Slice> grid(double thickness, double pixelSpacing, int rows) {
        return slice -> new Slice(
                slice.sopInstanceUid(),
                slice.instanceNumber(),
                slice.acquisitionNumber(),
                slice.imageType(),
                slice.numberOfFrames(),
                thickness,
                pixelSpacing,
                pixelSpacing,
                rows,
                rows,
                slice.kernel(),
                slice.position(),
                slice.orientation());
    }

    static UnaryOperator<Slice> frames(int frames) {
        return slice -> new Slice(
                slice.sopInstanceUid(),
                slice.instanceNumber(),
                slice.acquisitionNumber(),
                slice.imageType(),
                frames,
                slice.thickness(),
                slice.pixelSpacingRow(),
                slice.pixelSpacingColumn(),
                slice.rows(),
                slice.columns(),
                slice.kernel(),
                null,
                null);
    }

    private static Slice copy(Slice slice, Integer number, Integer acquisition, String type, String kernel) {
        return new Slice(
                slice.sopInstanceUid(),
                number,
                acquisition,
                type,
                slice.numberOfFrames(),
                slice.thickness(),
                slice.pixelSpacingRow(),
                slice.pixelSpacingColumn(),
                slice.rows(),
                slice.columns(),
                kernel,
                slice.position(),
                slice.orientation());
    }
}
