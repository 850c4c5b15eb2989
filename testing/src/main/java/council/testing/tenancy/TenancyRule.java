package council.testing.tenancy;

/** What must hold of every table of every module. Each query answers the offenders. */
public enum TenancyRule {
  ROW_SECURITY_IS_ON_AND_FORCED(
      """
      select name from t where not (relrowsecurity and relforcerowsecurity)\
      """),

  TENANT_POLICY_IS_RESTRICTIVE_FOR_ALL(
      """
      select name from t where not exists (
        select from pg_policy p
        where p.polrelid = t.oid and not p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
          and pg_get_expr(p.polqual, t.oid) = pg_get_expr(p.polwithcheck, t.oid)
          and pg_get_expr(p.polqual, t.oid) =
            '(tenant_id = NULLIF(current_setting(''app.tenant''::text, true), ''''::text))')\
      """),

  ONLY_THE_APPLICATION_IS_LET_IN(
      """
      select name from t where (
        select coalesce(array_agg(p.polroles), '{}') from pg_policy p
        where p.polrelid = t.oid and p.polpermissive
      ) is distinct from array[array['app_rw'::regrole::oid]]\
      """),

  SCOPE_IS_CHECKED_FOR_EVERY_COMMAND(
      """
      select name || ' for ' || command.code
      from t cross join (values ('r'), ('a'), ('w'), ('d')) command (code)
      where not exists (
        select from pg_policy p
        where p.polrelid = t.oid and not p.polpermissive and p.polroles = '{0}'
          and p.polcmd::text in ('*', command.code)
          and case command.code when 'a' then pg_get_expr(p.polwithcheck, t.oid)
                else pg_get_expr(p.polqual, t.oid) end like '%app.scope%')\
      """),

  PROVIDERS_SEE_THEIR_OWN_ROWS_ONLY(
      """
      select name from t
      where exists (select from pg_attribute a
          where a.attrelid = t.oid and a.attname = 'provider_id' and not a.attisdropped)
        and not exists (
          select from pg_policy p
          where p.polrelid = t.oid and not p.polpermissive and p.polroles = '{0}' and p.polcmd = '*'
            and (pg_get_expr(p.polqual, t.oid) =
                '(current_setting(''app.scope''::text, true) = ''council''::text)'
              or pg_get_expr(p.polqual, t.oid) like '%app.providers%'))\
      """),

  TENANT_IS_PLAIN_TEXT(
      """
      select name from t where not exists (
        select from pg_attribute a
        where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnotnull
          and a.atttypid = 'text'::regtype and a.attcollation = '"C"'::regcollation)\
      """),

  TENANT_LEADS_THE_PRIMARY_KEY(
      """
      select name from t where not exists (
        select from pg_constraint c
        where c.conrelid = t.oid and c.contype = 'p' and c.conkey[1] = tenant)\
      """),

  TENANT_LEADS_UNIQUE_AND_EXCLUSION(
      """
      select name || ' by ' || i.indexrelid::regclass
      from t join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
      where i.indkey[0] is distinct from tenant\
      """),

  TENANT_LEADS_FOREIGN_KEYS(
      """
      select name || ' by ' || c.conname
      from t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
      where c.conkey[1] is distinct from tenant
        or c.confkey[1] is distinct from (select a.attnum from pg_attribute a
          where a.attrelid = c.confrelid and a.attname = 'tenant_id')\
      """),

  APPLICATION_READS_AND_WRITES_ROWS_ONLY(
      """
      select name from t where (
        select array_agg(a.privilege_type order by a.privilege_type collate "C")
        from aclexplode(t.relacl) a where a.grantee = 'app_rw'::regrole
      ) is distinct from array['DELETE', 'INSERT', 'SELECT', 'UPDATE']
      and (
        select array_agg(a.privilege_type order by a.privilege_type collate "C")
        from aclexplode(t.relacl) a where a.grantee = 'app_rw'::regrole
      ) is distinct from array['INSERT', 'SELECT']\
      """),

  NOBODY_ELSE_HAS_RIGHTS(
      """
      select name || ' for ' || a.grantee::regrole
      from t, aclexplode(t.relacl) a
      where a.grantee not in (t.relowner, 'app_rw'::regrole)
      union all
      select name || '.' || a.attname
      from t join pg_attribute a on a.attrelid = t.oid and a.attacl is not null\
      """),

  APPLICATION_ROLE_IS_WEAK(
      """
      select rolname from pg_roles
      where rolname = 'app_rw'
        and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
      union all
      select 'member of ' || roleid::regrole from pg_auth_members where member = 'app_rw'::regrole
      union all
      select 'owner of ' || oid::regclass from pg_class where relowner = 'app_rw'::regrole
      union all
      select 'owner of ' || oid::regprocedure from pg_proc where proowner = 'app_rw'::regrole
      union all
      select 'may create in ' || nspname from pg_namespace
      where has_schema_privilege('app_rw', oid, 'create') and nspname !~ '^pg_'
      union all
      select 'may create in the database'
      where has_database_privilege('app_rw', current_database(), 'create')
        or has_database_privilege('app_rw', current_database(), 'temporary')\
      """),

  VIEWS_ASK_AS_THE_CALLER(
      """
      select v.oid::regclass::text from pg_class v join pg_namespace n on n.oid = v.relnamespace
      where n.nspname = any (select nspname from s)
        and (v.relkind = 'm'
          or v.relkind = 'v' and not 'security_invoker=true' = any (coalesce(v.reloptions, '{}')))\
      """),

  ROWS_ABOUT_PEOPLE_ARE_MARKED(
      """
      select name from t
      where coalesce(obj_description(t.oid, 'pg_class'), '') not like '{"personal":%'
        and (t.oid = to_regclass('platform.person')
          or exists (select from pg_constraint c
            where c.conrelid = t.oid and c.contype = 'f'
              and c.confrelid = to_regclass('platform.person'))
          or exists (select from pg_attribute a
            where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
              and a.attname ~ '(^|_)person(_id|_reference)?$'))\
      """),

  PERSONAL_VALUES_CAN_BE_CLEARED(
      """
      select m.table_schema || '.' || m.table_name || '.' || m.column_name
      from platform.personal_mark m
      where m.table_schema = any (select nspname from s) and m.column_name is not null
        and (m.is_nullable is null
          or not m.is_view and not has_table_privilege(
            'app_rw', format('%I.%I', m.table_schema, m.table_name), 'update'))\
      """),

  VIEWS_OVER_PERSONAL_COLUMNS_ARE_MARKED(
      """
      select distinct v.oid::regclass::text
      from pg_class v
      join pg_namespace n on n.oid = v.relnamespace
      join pg_rewrite r on r.ev_class = v.oid
      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
        and d.refclassid = 'pg_class'::regclass
      join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      join platform.personal_mark m on m.column_name = a.attname
        and to_regclass(format('%I.%I', m.table_schema, m.table_name)) = d.refobjid
      where n.nspname = any (select nspname from s) and v.relkind in ('v', 'm')
        and coalesce(obj_description(v.oid, 'pg_class'), '') not like '{"personal":%'\
      """),

  FUNCTIONS_RUN_AS_THE_CALLER(
      """
      select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = any (select nspname from s) and p.prosecdef\
      """);

  private static final String TABLES =
      """
      with s as (select unnest(?::text[]) as nspname),
      t as (
        select c.*, c.oid::regclass::text as name, (select a.attnum from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'tenant_id') as tenant
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any (select nspname from s)
          and c.relkind in ('r', 'p', 'f') and c.relname <> 'flyway_history'
          and not c.oid::regclass::text = any (?)
      )
      """;

  private final String offenders;

  TenancyRule(String offenders) {
    this.offenders = offenders;
  }

  /**
   * Two parameters, names of schemas and of tables that belong to the instance; one column, the
   * offender.
   */
  String sql() {
    return TABLES + offenders;
  }
}
