/** SQL by which an import writes matters: new ones, and changed ones as their next version. */
import type { Knex } from "knex";
import { jsonRecords, searchTerms, type NewOf } from "../../../platform/database/index.js";
import { EditorialStatus } from "./matter.machine.js";
import { SERVICE_MATTERS } from "./matter.rows.js";
import { withStoredParts } from "./matter.stored.js";

/** What the statement fills itself. */
const OWN = ["status", "version", "legalBasisIds", "search"] as const;

/** What an export says of a matter. */
export type ImportedMatter = Omit<NewOf<typeof SERVICE_MATTERS>, (typeof OWN)[number]>;

const RECORDS = jsonRecords(SERVICE_MATTERS, ...OWN);
const NAMES = RECORDS.names.join(", ");

/** What stays as it was when a matter was seen first: by these it is found again. */
const IDENTITY = ["id", "task_code", "handling_item_code", "local_task_code"];

const CHANGING = RECORDS.names.filter((name) => !IDENTITY.includes(name));

/** The content keeps the parts that no export has columns for. */
const CONTENT = withStoredParts("excluded.content", "service_matters.content");
const becoming = (name: string): string => (name === "content" ? CONTENT : `excluded.${name}`);
const CHANGES = CHANGING.map((name) => `${name} = ${becoming(name)}`).join(", ");

/** The hash is that of the row, with words that are not kept of the matter, such as the name of its body; these are no new version. */
const KEPT = CHANGING.filter((name) => name !== "content_hash");
const DIFFERS = `(${KEPT.map((name) => `service_matters.${name}`).join(", ")}) is distinct from (${KEPT.map(becoming).join(", ")})`;

/** For each matter, true where the one of its id is another body's. */
export const heldByOtherBodies = async (
  db: Knex,
  matters: readonly { readonly id: string; readonly deptId?: string | undefined }[],
): Promise<boolean[]> => {
  const rows = (await db("service_matters")
    .whereRaw("id = any(?::text[])", [matters.map(({ id }) => id)])
    .select("id", "dept_id")) as { readonly id: string; readonly dept_id: string }[];
  const holders = new Map(rows.map(({ id, dept_id: holder }) => [id, holder]));
  return matters.map(({ id, deptId }) => holders.has(id) && holders.get(id) !== deptId);
};

/** Those that are not stored as they are: of the others no words are cut. */
const withoutEqual = async (
  trx: Knex.Transaction,
  matters: readonly ImportedMatter[],
): Promise<readonly ImportedMatter[]> => {
  const stored = (await trx("service_matters")
    .whereRaw("id = any(?::text[])", [matters.map(({ id }) => id)])
    .select("id", "content_hash")) as { readonly id: string; readonly content_hash: string }[];
  const hashes = new Map(stored.map(({ id, content_hash: hash }) => [id, hash]));
  return matters.filter(({ id, contentHash }) => hashes.get(id) !== contentHash);
};

/** Inserts new matters; a changed one becomes a new version and its old one is closed, on its first day at the earliest; an equal one is left alone. Gives the number of those that it wrote. */
export const writeMatters = async (
  trx: Knex.Transaction,
  matters: readonly ImportedMatter[],
  today: string,
): Promise<number> => {
  const changed = await withoutEqual(trx, matters);
  if (changed.length === 0) return 0;
  const rows = changed.map((matter) => ({ ...RECORDS.toRow(matter), ...searchTerms(matter.taskName) }));
  const { rows: written } = (await trx.raw(
    `with source as (
       select * from jsonb_to_recordset(?::jsonb) as r(${RECORDS.definition}, words text, pairs text)),
     written as (
       insert into service_matters (${NAMES}, status, version, legal_basis_ids, search)
       select ${NAMES}, ?, 1, '{}', setweight(to_tsvector('simple', words), 'A') || setweight(to_tsvector('simple', pairs), 'C')
       from source
       on conflict (id) do update set ${CHANGES}, search = excluded.search, version = service_matters.version + 1
       where service_matters.content_hash <> excluded.content_hash and ${DIFFERS}
       returning id, version, task_name, status, content),
     closed as (
       update service_matter_versions v set valid_to = greatest(v.valid_from, ?::date - 1) from written w
       where v.matter_id = w.id and v.valid_to is null and v.version < w.version)
     insert into service_matter_versions (matter_id, version, task_name, status, valid_from, content)
     select id, version, task_name, status, ?::date, content from written returning matter_id`,
    [JSON.stringify(rows), EditorialStatus.PUBLISHED, today, today],
  )) as { rows: unknown[] };
  return written.length;
};
