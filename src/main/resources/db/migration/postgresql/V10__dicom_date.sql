-- Dates of DICOM are text, as a partial or impossible one is kept as it is encoded. A cast of such a text fails with the whole query.
create function dicom_date(encoded text) returns date
language plpgsql immutable strict parallel safe as $$
begin
  return make_date(
    substring(encoded from '^(\d{4})-\d{2}-\d{2}$')::int,
    substring(encoded from '^\d{4}-(\d{2})-\d{2}$')::int,
    substring(encoded from '^\d{4}-\d{2}-(\d{2})$')::int);
exception
  when datetime_field_overflow then
    return null;
end
$$;
comment on function dicom_date(text) is 'The date of a text such as 2000-01-31; null for a partial or impossible one';
