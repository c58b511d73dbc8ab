package io.lidc.sample;

/**
 * A square image in the patient's coordinates: x to the left, y to the back, z to the head, mm (PS3.3 section C.7.6.2).
 * Its rows run along x; its columns lean from y towards z by the tilt of the gantry.
 *
 * @param x of the centre of the upper left pixel, as are y and z
 * @param pixelSpacing of rows and of columns, mm
 * @param columnY part of y in the direction down a column, as columnZ is that of z
 */
record ImagePlane(double x, double y, double z, int matrix, double pixelSpacing, double columnY, double columnZ) {

    /** The plane that crosses the axis of the gantry at z, its centre on the axis. */
    static ImagePlane across(double z, double tiltDegrees, int matrix, double pixelSpacing) {
        // StrictMath gives the same last digit on every machine, so that two samples are equal byte for byte.
        double columnY = StrictMath.cos(StrictMath.toRadians(tiltDegrees));
        double columnZ = StrictMath.sin(StrictMath.toRadians(tiltDegrees));
        double half = (matrix - 1) / 2.0 * pixelSpacing;
        return new ImagePlane(-half, -half * columnY, z - half * columnZ, matrix, pixelSpacing, columnY, columnZ);
    }

    /** Hounsfield units of the phantom, each the mean over four points of its pixel. */
    Raster render(Phantom phantom) {
        double[] numbers = new double[matrix * matrix];
        for (int i = 0; i < numbers.length; i++) {
            int row = i / matrix;
            int column = i % matrix;
            numbers[i] = (at(phantom, row - 0.25, column - 0.25)
                            + at(phantom, row - 0.25, column + 0.25)
                            + at(phantom, row + 0.25, column - 0.25)
                            + at(phantom, row + 0.25, column + 0.25))
                    / 4;
        }
        return new Raster(matrix, matrix, numbers);
    }

    /** The Image Plane module but for the slice's own attributes. */
    DataSet dataSet() {
        return new DataSet()
                .setDecimal(Attribute.IMAGE_POSITION_PATIENT, x, y, z)
                .setDecimal(Attribute.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, columnY, columnZ)
                .setDecimal(Attribute.PIXEL_SPACING, pixelSpacing, pixelSpacing);
    }

    private double at(Phantom phantom, double row, double column) {
        double down = row * pixelSpacing;
        return phantom.hounsfieldUnits(x + column * pixelSpacing, y + down * columnY, z + down * columnZ);
    }
}
