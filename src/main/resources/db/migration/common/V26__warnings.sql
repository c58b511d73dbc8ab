-- What the headers of instances are warned of is counted whenever somebody asks for the status. Sound instances are not in the index.
create index instance_warnings on instance (warnings) where warnings is not null;
