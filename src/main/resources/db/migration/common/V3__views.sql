-- What varies within a series, as least, most and number of values.
create view series_summary as
select
  series.series_instance_uid,
  series.study_instance_uid,
  study.patient_id,
  series.modality,
  series.manufacturer,
  series.manufacturer_model_name,
  series.body_part_examined,
  series.series_description,
  count(*) as instances,
  min(instance.convolution_kernel) as convolution_kernel_min,
  max(instance.convolution_kernel) as convolution_kernel_max,
  min(instance.slice_thickness) as slice_thickness_min,
  max(instance.slice_thickness) as slice_thickness_max,
  min(instance.pixel_spacing_row) as pixel_spacing_row_min,
  max(instance.pixel_spacing_row) as pixel_spacing_row_max,
  min(instance.kvp) as kvp_min,
  max(instance.kvp) as kvp_max,
  min(instance.x_ray_tube_current) as x_ray_tube_current_min,
  max(instance.x_ray_tube_current) as x_ray_tube_current_max,
  min(instance.exposure) as exposure_min,
  max(instance.exposure) as exposure_max,
  min(instance.image_position_z) as image_position_z_min,
  max(instance.image_position_z) as image_position_z_max,
  min(instance.rows) as rows_min,
  max(instance.rows) as rows_max,
  min(instance.columns) as columns_min,
  max(instance.columns) as columns_max,
  sum(instance.size) as bytes
from instance
join series on series.series_instance_uid = instance.series_instance_uid
left join study on study.study_instance_uid = series.study_instance_uid
group by
  series.series_instance_uid,
  series.study_instance_uid,
  study.patient_id,
  series.modality,
  series.manufacturer,
  series.manufacturer_model_name,
  series.body_part_examined,
  series.series_description;
