/** SQL of writing an imported list: the services, and the days of the laws that they cite. */
import type { Knex } from "knex";
import { searchTerms, toSet, type NewOf, type RecordOf } from "../../../platform/database/index.js";
import { INTERMEDIARY_SERVICES, LEGAL_BASIS_PERIODS } from "./intermediary-service.rows.js";

/** A service of a list; the words by which it is searched follow from its name. */
export type ListedService = Omit<NewOf<typeof INTERMEDIARY_SERVICES>, "search">;

/** What rules ask of a legal basis. */
export type BasisPeriod = Pick<RecordOf<typeof LEGAL_BASIS_PERIODS>, "id"> &
  Partial<RecordOf<typeof LEGAL_BASIS_PERIODS>>;

/** Keeps what reference said of legal bases last. */
export const keepPeriods = async (trx: Knex.Transaction, bases: readonly BasisPeriod[]): Promise<void> => {
  const rows = new Map(
    bases.map(({ id, effectiveFrom, effectiveTo, rank, jurisdiction, setsIntermediaryService }) => [
      id,
      toSet(LEGAL_BASIS_PERIODS, { id, effectiveFrom, effectiveTo, rank, jurisdiction, setsIntermediaryService }),
    ]),
  );
  if (rows.size > 0)
    await trx(LEGAL_BASIS_PERIODS.name)
      .insert([...rows.values()])
      .onConflict("id")
      .merge();
};

const COLUMNS = Object.values(INTERMEDIARY_SERVICES.declared).filter(({ name }) => name !== "search");
const NAMES = COLUMNS.map(({ name }) => name);
const REPLACED = NAMES.filter((name) => name !== "code" && name !== "version");

/** For each service of a list, true where the one of its code is approved by another body, or by none that is known. */
export const heldByOtherBodies = async (
  db: Knex,
  services: readonly { readonly code: string; readonly deptId?: string }[],
): Promise<boolean[]> => {
  const rows = (await db("intermediary_services")
    .whereRaw("code = any(?::text[])", [services.map(({ code }) => code)])
    .select("code", "approval_dept_id")) as { readonly code: string; readonly approval_dept_id: string | null }[];
  const holders = new Map(rows.map(({ code, approval_dept_id: holder }) => [code, holder]));
  return services.map(({ code, deptId }) => holders.has(code) && holders.get(code) !== deptId);
};

/** Inserts services, each of another code; one that holds something else becomes its next version. Gives how many were written. */
export const upsertServices = async (trx: Knex.Transaction, services: readonly ListedService[]): Promise<number> => {
  const rows = services.map((service) => ({ ...toSet(INTERMEDIARY_SERVICES, service), ...searchTerms(service.name) }));
  const { rows: written } = await trx.raw<{ rows: unknown[] }>(
    `insert into intermediary_services (${NAMES.join(", ")}, search)
     select ${NAMES.join(", ")}, setweight(to_tsvector('simple', words), 'A') || setweight(to_tsvector('simple', pairs), 'C')
     from jsonb_to_recordset(?::jsonb) as r(${COLUMNS.map(({ name, sqlType }) => `${name} ${sqlType}`).join(", ")}, words text, pairs text)
     on conflict (code) do update set ${REPLACED.map((name) => `${name} = excluded.${name}`).join(", ")},
       search = excluded.search, version = intermediary_services.version + 1
     where intermediary_services.content_hash is distinct from excluded.content_hash
     returning code`,
    [JSON.stringify(rows)],
  );
  return written.length;
};
