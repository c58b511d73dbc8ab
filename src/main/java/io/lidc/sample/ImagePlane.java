package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;

/**
 * A square image in the patient's coordinates, mm (PS3.3 section C.7.6.2).
 *
 * @param x of the centre of the upper left pixel, as are y and z
 * @param pixelSpacing of rows and of columns, mm
 */
record ImagePlane(double x, double y, double z, int matrix, double pixelSpacing, Direction row, Direction column) {

    /** The plane that lies so many mm along the feed from the middle of the chest, its centre on the axis of the feed. */
    static ImagePlane of(View view, double offset, int matrix, double pixelSpacing) {
        Direction feed = view.feed();
        Direction row = view.row();
        Direction column = view.column();
        double half = (matrix - 1) / 2.0 * pixelSpacing;
        return new ImagePlane(
                feed.x() * offset - half * row.x() - half * column.x(),
                feed.y() * offset - half * row.y() - half * column.y(),
                Phantom.MIDDLE + feed.z() * offset - half * row.z() - half * column.z(),
                matrix,
                pixelSpacing,
                row,
                column);
    }

    /** Hounsfield units of the phantom, each the mean over four points of its pixel. */
    Raster render(Phantom phantom) {
        double[] numbers = new double[matrix * matrix];
        for (int i = 0; i < numbers.length; i++) {
            int down = i / matrix;
            int right = i % matrix;
            numbers[i] = (at(phantom, down - 0.25, right - 0.25)
                            + at(phantom, down - 0.25, right + 0.25)
                            + at(phantom, down + 0.25, right - 0.25)
                            + at(phantom, down + 0.25, right + 0.25))
                    / 4;
        }
        return new Raster(matrix, matrix, numbers);
    }

    /** The Image Plane module but for the slice's own attributes. */
    DataSet dataSet() {
        return new DataSet()
                .setDecimal(Attribute.IMAGE_POSITION_PATIENT, x, y, z)
                .setDecimal(
                        Attribute.IMAGE_ORIENTATION_PATIENT,
                        row.x(),
                        row.y(),
                        row.z(),
                        column.x(),
                        column.y(),
                        column.z())
                .setDecimal(Attribute.PIXEL_SPACING, pixelSpacing, pixelSpacing);
    }

    private double at(Phantom phantom, double rows, double columns) {
        double down = rows * pixelSpacing;
        double right = columns * pixelSpacing;
        return phantom.hounsfieldUnits(
                x + right * row.x() + down * column.x(),
                y + right * row.y() + down * column.y(),
                z + right * row.z() + down * column.z());
    }
}
