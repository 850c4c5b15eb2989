-- How long references are kept is no secret before a provider's users: without the row they were told the default.
drop policy provider on platform.retention_rule;
select platform.protect_from_providers('platform.retention_rule', 'ALL', 'provider_id');
