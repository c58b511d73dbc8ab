-- A series with what it holds, one value an attribute: the least where its instances differ, 'several' of kernels. The columns with_…
-- count the instances that have the attribute.
create view series_overview as
select
  series.series_instance_uid,
  series.study_instance_uid,
  study.patient_id,
  study.issuer_of_patient_id,
  study.study_date,
  series.modality,
  series.manufacturer,
  series.manufacturer_model_name,
  series.body_part_examined,
  series.patient_position,
  held.instances,
  held.bytes,
  held.convolution_kernel,
  held.slice_thickness,
  held.pixel_spacing,
  held.kvp,
  held.x_ray_tube_current,
  held.reconstruction_diameter,
  quality.verdict,
  quality.reasons,
  quality.notes,
  quality.stacks,
  quality.spacing_median,
  quality.spacing_max,
  quality.missing_slices,
  quality.repeated_planes,
  quality.tilt,
  held.with_image_position,
  held.with_image_orientation,
  held.with_pixel_spacing,
  held.with_slice_thickness,
  held.with_spacing_between_slices,
  held.with_slice_location,
  held.with_instance_number,
  held.with_kvp,
  held.with_x_ray_tube_current,
  held.with_exposure,
  held.with_exposure_time,
  held.with_convolution_kernel,
  held.with_reconstruction_diameter,
  held.with_gantry_detector_tilt,
  held.with_spiral_pitch_factor,
  held.with_window,
  held.with_acquisition_date
from (
  select
    series_instance_uid,
    count(*) as instances,
    cast(sum(size) as bigint) as bytes,
    case when min(convolution_kernel) < max(convolution_kernel) then 'several' else min(convolution_kernel) end
      as convolution_kernel,
    min(slice_thickness) as slice_thickness,
    min(pixel_spacing_row) as pixel_spacing,
    min(kvp) as kvp,
    min(x_ray_tube_current) as x_ray_tube_current,
    min(reconstruction_diameter) as reconstruction_diameter,
    count(image_position_x) as with_image_position,
    count(image_orientation_row_x) as with_image_orientation,
    count(pixel_spacing_row) as with_pixel_spacing,
    count(slice_thickness) as with_slice_thickness,
    count(spacing_between_slices) as with_spacing_between_slices,
    count(slice_location) as with_slice_location,
    count(instance_number) as with_instance_number,
    count(kvp) as with_kvp,
    count(x_ray_tube_current) as with_x_ray_tube_current,
    count(exposure) as with_exposure,
    count(exposure_time) as with_exposure_time,
    count(convolution_kernel) as with_convolution_kernel,
    count(reconstruction_diameter) as with_reconstruction_diameter,
    count(gantry_detector_tilt) as with_gantry_detector_tilt,
    count(spiral_pitch_factor) as with_spiral_pitch_factor,
    count(window_center) as with_window,
    count(acquisition_date) as with_acquisition_date
  from instance
  where series_instance_uid is not null
  group by series_instance_uid
) held
join series on series.series_instance_uid = held.series_instance_uid
left join study on study.study_instance_uid = series.study_instance_uid
left join series_quality quality on quality.series_instance_uid = held.series_instance_uid;
