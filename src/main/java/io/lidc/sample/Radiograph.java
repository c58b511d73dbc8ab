package io.lidc.sample;

/** A phantom seen by parallel rays from back to front. */
final class Radiograph {
    private static final double DEPTH = 240;
    private static final double STEP = 4;
    /** Brings the thickest path through the phantom near the top of 12 bits. */
    private static final double PIXELS_PER_MILLIMETRE_OF_WATER = 14;

    private Radiograph() {}

    /** Brightness in proportion to the attenuation along each ray; head up, the patient's left on the right. */
    static Raster of(Phantom phantom, int matrix, double pixelSpacing) {
        double[] numbers = new double[matrix * matrix];
        double half = (matrix - 1) / 2.0 * pixelSpacing;
        for (int i = 0; i < numbers.length; i++) {
            double x = i % matrix * pixelSpacing - half;
            double z = Phantom.MIDDLE + half - i / matrix * pixelSpacing;
            numbers[i] = PIXELS_PER_MILLIMETRE_OF_WATER * millimetresOfWater(phantom, x, z);
        }
        return new Raster(matrix, matrix, numbers);
    }

    private static double millimetresOfWater(Phantom phantom, double x, double z) {
        double sum = 0;
        for (double y = -DEPTH / 2; y < DEPTH / 2; y += STEP) {
            sum += STEP * (phantom.hounsfieldUnits(x, y, z) + 1000) / 1000;
        }
        return sum;
    }
}
