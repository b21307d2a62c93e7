/** Tables of loads, which whoever needs them first makes: uploaded files, the steps asked of them, and the kinds that a worker loads. */

/** Statements that make them; each changes nothing where it was carried out. */
export const LOAD_TABLES = [
  `create table if not exists uploads (
     id uuid primary key,
     agency text not null,
     kind text not null,
     file_name text not null,
     uploaded_by text not null,
     uploaded_at timestamptz not null default now(),
     received bigint not null default 0,
     complete boolean not null default false,
     sha256 text,
     kept boolean not null default true)`,
  "create index if not exists uploads_of_agency on uploads (agency, uploaded_at desc, id)",
  `create table if not exists steps (
     id uuid primary key,
     upload_id uuid not null references uploads,
     number integer not null generated always as identity,
     name text not null check (name in ('LOOK', 'DRY_RUN', 'LOAD', 'UNDO')),
     asked_by text not null,
     asked_at timestamptz not null default now(),
     options jsonb not null,
     state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
     lease uuid,
     leased_until timestamptz,
     attempts integer not null default 0,
     done bigint,
     total bigint,
     finished_at timestamptz,
     result jsonb,
     failure text)`,
  "create index if not exists steps_of_upload on steps (upload_id, number)",
  // One thing at a time is done with a file.
  "create unique index if not exists steps_open on steps (upload_id) where state in ('WAITING', 'RUNNING')",
  `create table if not exists load_kinds (
     kind text primary key,
     told jsonb not null)`,
] as const;

/** Columns of an upload, by the names of the product. */
export const UPLOAD_COLUMNS = `u.id, u.agency, u.kind, u.file_name as "fileName", u.uploaded_by as "uploadedBy", u.uploaded_at as "uploadedAt",
  u.received::float8 as received, u.complete, u.sha256, u.kept`;

/** Columns of a step. */
export const STEP_COLUMNS = `s.id, s.upload_id as "uploadId", s.name, s.asked_by as "askedBy", s.asked_at as "askedAt", s.options, s.state, s.attempts,
  s.done::float8 as done, s.total::float8 as total, s.finished_at as "finishedAt", s.result, s.failure`;

/** SQL condition over a step: a load that was done, and that nothing has undone since. */
export const LOADED = `s.name = 'LOAD' and s.state = 'DONE' and not exists (
  select from steps later where later.upload_id = s.upload_id and later.name = 'UNDO' and later.state = 'DONE' and later.number > s.number)`;

/** The last such load of an upload. */
export const LAST_LOADED = `select s.id from steps s where s.upload_id = ? and ${LOADED} order by s.number desc limit 1`;

/**
 * Marks uploads under the condition as removed, those without an open step, and takes out of their results what was told of rows: the
 * history keeps the figures. Gives ids of each upload and of its steps.
 */
export const removing = (condition: string): string => `
  with gone as (
    update uploads u set kept = false where u.kept and ${condition}
      and not exists (select from steps s where s.upload_id = u.id and s.state in ('WAITING', 'RUNNING'))
    returning u.id),
  emptied as (
    update steps s set result = s.result - array['refusals', 'notices', 'unpublished', 'preview'] from gone g where s.upload_id = g.id)
  select g.id as "uploadId", array(select s.id::text from steps s where s.upload_id = g.id) as "stepIds" from gone g`;
