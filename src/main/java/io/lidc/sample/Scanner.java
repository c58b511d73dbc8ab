package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;

/** A device and the way it stores its pixels. */
record Scanner(String manufacturer, String model, String softwareVersion, PixelFormat pixelFormat) {
    static final Scanner GE =
            new Scanner("GE MEDICAL SYSTEMS", "LightSpeed16", "06MW03.5", new PixelFormat(16, true, -1024));
    static final Scanner SIEMENS = new Scanner("SIEMENS", "Sensation 16", "VB20B", new PixelFormat(12, false, -1024));
    static final Scanner PHILIPS = new Scanner("Philips", "Brilliance 64", "3.5.5", new PixelFormat(12, false, -1000));
    static final Scanner TOSHIBA = new Scanner("TOSHIBA", "Aquilion", "V3.20ER002", new PixelFormat(16, true, 0));
    static final Scanner PHILIPS_DX = new Scanner("Philips", "DigitalDiagnost", "2.1.4", new PixelFormat(12, false, 0));

    /** The General Equipment module (PS3.3 section C.7.5.1). */
    DataSet dataSet() {
        return new DataSet()
                .set(Attribute.MANUFACTURER, manufacturer)
                .set(Attribute.MANUFACTURER_MODEL_NAME, model)
                .set(Attribute.SOFTWARE_VERSIONS, softwareVersion);
    }
}
