/** Lights of running cases as computed for a day; whatever a light depends on in a row removes it when it changes. */
import type { Migration } from "../../../../platform/database/index.js";

/** Makes the table, and what takes a light out of it. A light that is not there is computed when it is asked for, so that none is ever older than its case. */
export const createCaseLights: Migration = {
  name: "20261129200000_create_case_lights",
  async up(knex) {
    await knex.raw(`create table case_lights (
      case_no text collate "C" primary key references service_cases (case_no) on delete cascade,
      division_code text collate "C" not null,
      dept_id text not null,
      day date not null,
      edition text not null,
      kind text,
      light text)`);
    await knex.raw("create index on case_lights (division_code, case_no) where light is not null");
    await knex.raw("create index on case_lights (dept_id, division_code, case_no) where light is not null");
    await knex.raw(`create function forget_case_light() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then delete from case_lights where case_no = old.case_no; end if;
        if tg_op <> 'DELETE' then delete from case_lights where case_no = new.case_no; end if;
        return null;
      end $$`);
    await knex.raw(`create function forget_version_lights() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then
          delete from case_lights l using service_cases c
          where c.case_no = l.case_no and c.matter_id = old.matter_id and c.matter_version = old.version;
        end if;
        if tg_op <> 'DELETE' then
          delete from case_lights l using service_cases c
          where c.case_no = l.case_no and c.matter_id = new.matter_id and c.matter_version = new.version;
        end if;
        return null;
      end $$`);
    await knex.raw(
      "create trigger forget_light after update on service_cases for each row execute function forget_case_light()",
    );
    await knex.raw(
      "create trigger forget_light after insert or update or delete on special_procedures for each row execute function forget_case_light()",
    );
    await knex.raw(
      "create trigger forget_lights after insert or update or delete on service_matter_versions for each row execute function forget_version_lights()",
    );
  },
  async down(knex) {
    await knex.raw("drop trigger forget_lights on service_matter_versions");
    await knex.raw("drop trigger forget_light on special_procedures");
    await knex.raw("drop trigger forget_light on service_cases");
    await knex.raw("drop function forget_version_lights");
    await knex.raw("drop function forget_case_light");
    await knex.raw("drop table case_lights");
  },
};
