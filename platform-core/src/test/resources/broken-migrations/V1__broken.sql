create table broken.thing (tenant_id no_such_type);
