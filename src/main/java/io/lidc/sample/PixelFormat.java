package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.Value;

/**
 * How numbers become 16-bit pixels (PS3.3 sections C.7.6.3 and C.8.2.1).
 *
 * @param rescaleIntercept what a reader adds to a stored pixel to get the number back; the slope is 1
 */
record PixelFormat(int bitsStored, boolean signed, int rescaleIntercept) {

    /** The Image Pixel module for an image of one sample per pixel, higher values brighter. */
    DataSet dataSet(Raster raster) {
        return new DataSet()
                .set(Attribute.SAMPLES_PER_PIXEL, 1)
                .set(Attribute.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Attribute.ROWS, raster.rows())
                .set(Attribute.COLUMNS, raster.columns())
                .set(Attribute.BITS_ALLOCATED, 16)
                .set(Attribute.BITS_STORED, bitsStored)
                .set(Attribute.HIGH_BIT, bitsStored - 1)
                .set(Attribute.PIXEL_REPRESENTATION, signed ? 1 : 0)
                .setDecimal(Attribute.RESCALE_INTERCEPT, rescaleIntercept)
                .setDecimal(Attribute.RESCALE_SLOPE, 1)
                .put(Attribute.PIXEL_DATA, new Value.Words(stored(raster.numbers())));
    }

    private short[] stored(double[] numbers) {
        long lowest = signed ? -(1L << (bitsStored - 1)) : 0;
        long highest = lowest + (1L << bitsStored) - 1;
        short[] pixels = new short[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            long pixel = Math.round(numbers[i]) - rescaleIntercept;
            pixels[i] = (short) Math.max(lowest, Math.min(highest, pixel));
        }
        return pixels;
    }
}
