/** SQL of applications to enter the market, and of what an admission writes. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/viewer.js";
import { readableRows, toRow, type NewOf } from "../../../platform/database/index.js";
import { runningLimit } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/index.js";
import { STORED_QUALIFICATION } from "../intermediary-profile/intermediary-profile.stored.js";
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";
import { listBarred } from "../intermediary-sanction/intermediary-sanction.repository.js";
import { ListState } from "../intermediary-service/intermediary-service.enums.js";
import { organizationId } from "../procurement-handling/new-project.js";
import { isRelated } from "../sealed-bid/sealed-bid.repository.js";
import { EntryApplicationState, type EntryGuardFacts } from "./market-entry.machine.js";
import { WHOSE_ENTRY } from "./market-entry.policy.js";
import { ENTRY_APPLICATIONS, type EntryRow } from "./market-entry.rows.js";
import type { EntryApplication } from "./market-entry.type.js";

const shown = ENTRY_APPLICATIONS.to<EntryApplication>()("qualifications");

/** Domain object of a row on a day. */
export const toApplication = (row: EntryRow, today: string): EntryApplication => {
  const open = row.state === EntryApplicationState.SUBMITTED;
  return shown(row, {
    qualifications: row.qualifications.map(STORED_QUALIFICATION.read),
    deadline:
      open || row.decided_on !== null
        ? toDeadline({
            ...runningLimit("M-ENTRY", row.submitted_on),
            today,
            ...(row.decided_on === null ? {} : { completedOn: row.decided_on }),
          })
        : undefined,
  });
};

/** Applications with these numbers, in no order; access is decided by the service. */
export const findApplications = async (db: Knex, numbers: readonly string[]): Promise<EntryRow[]> =>
  (await db(ENTRY_APPLICATIONS.name)
    .select(ENTRY_APPLICATIONS.columns())
    .whereIn("no", [...numbers])) as EntryRow[];

/** Applications that the viewer may know of; the caller adds order and page. */
export const applicationsQuery = (
  db: Knex,
  viewer: Viewer,
  state: EntryApplicationState | undefined,
): Knex.QueryBuilder => {
  const query = readableRows(db(ENTRY_APPLICATIONS.name).select(ENTRY_APPLICATIONS.columns()), WHOSE_ENTRY, { viewer });
  return state === undefined ? query : query.where({ state });
};

/** What the guards look at, as rows say it on the day. */
export const entryFacts = async (db: Knex, row: EntryRow, today: string): Promise<EntryGuardFacts> => {
  const id = organizationId(row.firm_uscc);
  const barred = await listBarred(db, [id], today);
  return {
    today,
    validTo: row.qualifications.map((kept) => STORED_QUALIFICATION.read(kept).validTo),
    related: await isRelated(db, id, { departmentId: organizationId(row.department_uscc), today }),
    removed: barred.some(({ level }) => level === SanctionLevel.REMOVAL),
  };
};

/** True where all services are kept on the list, and the department approves with their results. */
export const areApprovedBy = async (trx: Knex, codes: readonly string[], departmentUscc: string): Promise<boolean> => {
  const rows = await trx("intermediary_services")
    .select("code")
    .whereIn("code", [...codes])
    .where({ list_state: ListState.KEPT, approval_dept_id: organizationId(departmentUscc) });
  return rows.length === codes.length;
};

/** Inserts an application under the next number of its division and day, and answers with it; undefined where the firm has one that is open. */
export const insertApplication = async (
  trx: Knex,
  record: Omit<NewOf<typeof ENTRY_APPLICATIONS>, "no">,
): Promise<string | undefined> => {
  const prefix = `RZ${record.divisionCode.slice(0, 6)}${record.submittedOn.replaceAll("-", "")}`;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`entry number ${prefix}`]);
  const row = (await trx(ENTRY_APPLICATIONS.name)
    .whereBetween("no", [`${prefix}0000`, `${prefix}9999`])
    .whereRaw("length(no) = ?", [prefix.length + 4])
    .max("no as last")
    .first()) as { readonly last: string | null };
  const number = row.last === null ? 1 : Number(row.last.slice(prefix.length)) + 1;
  if (number > 9_999) throw new Error(`No number of an application is free behind ${prefix}.`);
  const no = `${prefix}${String(number).padStart(4, "0")}`;
  const inserted = (await trx(ENTRY_APPLICATIONS.name)
    .insert(toRow(ENTRY_APPLICATIONS, { ...record, no }))
    .onConflict(trx.raw("(firm_uscc, department_uscc) where state = 'SUBMITTED'"))
    .ignore()
    .returning("no")) as unknown[];
  return inserted.length > 0 ? no : undefined;
};

/** Declared relations bind the firm from the day on which it declares them; it takes none back. */
export const declareRelations = async (
  trx: Knex,
  firmUscc: string,
  { related, today }: { readonly related: readonly string[]; readonly today: string },
): Promise<void> => {
  if (related.length === 0) return;
  await trx("intermediary_relations")
    .insert(
      related.map((uscc) => ({
        ...{ body_id: organizationId(firmUscc), related_id: organizationId(uscc), related_uscc: uscc },
        ...{ kind: "DECLARED", valid_from: today, valid_to: null },
      })),
    )
    .onConflict(["body_id", "related_id", "kind"])
    .merge({ valid_to: null });
};

/** Makes the firm one that provides the services; of two qualifications with one name that of the application stays. */
export const admit = async (trx: Knex, row: EntryRow): Promise<void> => {
  const id = organizationId(row.firm_uscc);
  const before = (await trx("intermediaries").first("qualifications").where("organization_id", id).forUpdate()) as
    { readonly qualifications: readonly object[] } | undefined;
  const named = row.qualifications.map(STORED_QUALIFICATION.read);
  const stay = (before?.qualifications ?? [])
    .map(STORED_QUALIFICATION.read)
    .filter(({ name }) => !named.some((other) => other.name === name));
  const qualifications = JSON.stringify([...stay, ...named].map(STORED_QUALIFICATION.write));
  const capacity = row.capacity === null ? {} : { capacity: row.capacity };
  await trx("intermediaries")
    .insert({
      ...{ organization_id: id, uscc: row.firm_uscc, name: row.firm_name, division_code: row.division_code },
      ...{ qualifications, ...capacity },
    })
    .onConflict("organization_id")
    .merge({ qualifications, ...capacity });
  await trx("provided_services")
    .insert(row.service_codes.map((code) => ({ service_code: code, intermediary_id: id })))
    .onConflict()
    .ignore();
};
