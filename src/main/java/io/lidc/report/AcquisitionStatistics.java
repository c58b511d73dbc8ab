package io.lidc.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the CT series were made. */
final class AcquisitionStatistics {
    private static final String CT = "series_overview where modality = 'CT'";

    static final List<Statistic> SCANNERS = List.of(
            Statistic.bars("manufacturer", "Makers", "CT series, by manufacturer", """
            select coalesce(manufacturer, 'not given') as manufacturer, count(*) as series
            from series_overview where modality = 'CT'
            group by manufacturer order by count(*) desc, manufacturer
            """),
            Statistic.bars("model", "Models", "CT series, by model", """
            select coalesce(manufacturer_model_name, 'not given') || ', ' || coalesce(manufacturer, 'maker not given') as model,
              count(*) as series
            from series_overview where modality = 'CT'
            group by manufacturer, manufacturer_model_name order by count(*) desc, model
            """),
            Statistic.bars("kernel", "Convolution kernels", "CT series, by kernel", """
            select coalesce(convolution_kernel, 'not given') as kernel, count(*) as series
            from series_overview where modality = 'CT'
            group by convolution_kernel order by count(*) desc, kernel
            """));

    static final List<Distribution> DISTRIBUTIONS = List.of(
            setting("slice_thickness", "Slice thickness", "slice thickness, mm", "mm", "slice_thickness"),
            setting("spacing", "Slice spacing", "median distance of neighbouring slices, mm", "mm", "spacing_median"),
            setting("kvp", "Tube voltage", "KVP, kV", "kV", "kvp"),
            measured("tube_current", "Tube current", "X-ray tube current, mA", "mA", "x_ray_tube_current"),
            measured("pixel_spacing", "Pixel spacing", "pixel spacing, mm", "mm", "pixel_spacing"),
            measured("diameter", "Field of view", "reconstruction diameter, mm", "mm", "reconstruction_diameter"),
            measured("slices", "Slices of a series", "instances", "", "instances"));

    private static final Map<String, String> ATTRIBUTES = new LinkedHashMap<>();

    static {
        ATTRIBUTES.put("ImagePositionPatient", "image_position");
        ATTRIBUTES.put("ImageOrientationPatient", "image_orientation");
        ATTRIBUTES.put("PixelSpacing", "pixel_spacing");
        ATTRIBUTES.put("SliceThickness", "slice_thickness");
        ATTRIBUTES.put("SpacingBetweenSlices", "spacing_between_slices");
        ATTRIBUTES.put("SliceLocation", "slice_location");
        ATTRIBUTES.put("InstanceNumber", "instance_number");
        ATTRIBUTES.put("KVP", "kvp");
        ATTRIBUTES.put("XRayTubeCurrent", "x_ray_tube_current");
        ATTRIBUTES.put("Exposure", "exposure");
        ATTRIBUTES.put("ExposureTime", "exposure_time");
        ATTRIBUTES.put("ConvolutionKernel", "convolution_kernel");
        ATTRIBUTES.put("ReconstructionDiameter", "reconstruction_diameter");
        ATTRIBUTES.put("GantryDetectorTilt", "gantry_detector_tilt");
        ATTRIBUTES.put("SpiralPitchFactor", "spiral_pitch_factor");
        ATTRIBUTES.put("WindowCenter", "window");
        ATTRIBUTES.put("AcquisitionDate", "acquisition_date");
    }

    /** Attributes that some CT instances lack. */
    static final Statistic MISSING = Statistic.bars(
            "missing_attributes",
            "Missing attributes",
            "CT instances without it",
            "select attribute, cast(instances_without as bigint) as instances_without from (\n"
                    + ATTRIBUTES.entrySet().stream()
                            .map(attribute ->
                                    "  select '" + attribute.getKey() + "' as attribute, sum(instances - with_"
                                            + attribute.getValue() + ") as instances_without from " + CT)
                            .collect(Collectors.joining("\n  union all\n"))
                    + ") missing\nwhere instances_without > 0 order by instances_without desc, attribute");

    private AcquisitionStatistics() {}

    private static Distribution setting(String id, String title, String axis, String unit, String column) {
        return new Distribution(id, title, axis, unit, true, "CT series", column, CT);
    }

    private static Distribution measured(String id, String title, String axis, String unit, String column) {
        return new Distribution(id, title, axis, unit, false, "CT series", column, CT);
    }
}
