package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.Value;

/**
 * How a CT series was acquired and reconstructed.
 *
 * @param kernel convolution kernel, as the maker names it
 * @param kilovolts peak tube voltage, kV
 * @param milliamperes tube current, mA
 * @param exposureMilliseconds exposure time, ms
 * @param pitch table feed a rotation over the total collimation
 * @param diameter of the reconstructed field of view, mm
 */
record Technique(
        String kernel, int kilovolts, int milliamperes, int exposureMilliseconds, double pitch, double diameter) {

    /** The attributes of the CT Image module that tell it (PS3.3 section C.8.2.1). */
    DataSet dataSet() {
        return new DataSet()
                .set(Attribute.CONVOLUTION_KERNEL, kernel)
                .setDecimal(Attribute.KVP, kilovolts)
                .set(Attribute.X_RAY_TUBE_CURRENT, milliamperes)
                .set(Attribute.EXPOSURE_TIME, exposureMilliseconds)
                .set(Attribute.EXPOSURE, milliamperes * exposureMilliseconds / 1000)
                .put(Attribute.SPIRAL_PITCH_FACTOR, new Value.FloatingPointDouble(pitch))
                .setDecimal(Attribute.RECONSTRUCTION_DIAMETER, diameter)
                .set(Attribute.ROTATION_DIRECTION, "CW");
    }
}
