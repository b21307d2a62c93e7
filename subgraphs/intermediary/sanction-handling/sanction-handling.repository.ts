/** SQL of what writes of sanctions need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { BidState } from "../bid/bid.machine.js";
import { BIDS } from "../bid/bid.rows.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import { INTERMEDIARY_SANCTIONS, type SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import type { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";
import { termsOf } from "../intermediary-sanction/intermediary-sanction.status.js";
import { organizationId } from "../procurement-handling/new-project.js";

const { UNDER_PUBLIC_NOTICE, SUSPENDED } = MarketState;

/** A new sanction before it has its id. */
export type NewSanction = Omit<NewOf<typeof INTERMEDIARY_SANCTIONS>, "id">;

/** An intermediary that may be sanctioned. */
export interface SanctionedFirm {
  readonly id: string;
  readonly uscc: string;
  /** True where the department approves with the result of a service that it provides. */
  readonly supervised: boolean;
}

/** Locks the intermediary, so that bids of it wait, and says whether the department supervises it; undefined where there is none. */
export const lockFirm = async (
  trx: Knex,
  id: string,
  agencyUscc: string | undefined,
): Promise<SanctionedFirm | undefined> => {
  const row = (await trx("intermediaries")
    .first("organization_id as id", "uscc")
    .where("organization_id", id)
    .whereNotNull("uscc")
    .forUpdate()) as { readonly id: string; readonly uscc: string } | undefined;
  if (row === undefined) return undefined;
  if (agencyUscc === undefined) return { ...row, supervised: false };
  const service = await trx("provided_services as p")
    .join("intermediary_services as s", "s.code", "p.service_code")
    .first("s.code")
    .where({ "p.intermediary_id": id, "s.approval_dept_id": organizationId(agencyUscc) });
  return { ...row, supervised: service !== undefined };
};

/** Pseudonym of whoever decided the sanction; undefined where the journal has no decision. */
export const deciderOf = async (db: Knex, id: string): Promise<string | undefined> => {
  const row = (await db("transitions")
    .first("actor")
    .where({ kind: "IntermediarySanction", key: id, event: "DECIDE" })) as { readonly actor: string } | undefined;
  return row?.actor;
};

/** Levels under which the intermediary was sanctioned, and those of which a notice of the department runs on the day: of others' it is told nothing. */
export const levelsOf = async (
  trx: Knex,
  { intermediaryId, authorityUscc, today }: { readonly [Name in "intermediaryId" | "authorityUscc" | "today"]: string },
): Promise<{ readonly decided: readonly SanctionLevel[]; readonly told: readonly SanctionLevel[] }> => {
  const rows = (await trx(INTERMEDIARY_SANCTIONS.name)
    .select("level", "decided_on", "authority_uscc", "prior_notice_on")
    .where("intermediary_id", intermediaryId)
    .whereNull("revoked_on")
    .whereNull("dropped_on")) as Pick<SanctionRow, "level" | "decided_on" | "authority_uscc" | "prior_notice_on">[];
  const runs = (noticeOn: string): boolean => {
    const { decisionUntil } = termsOf({ priorNoticeOn: noticeOn });
    return decisionUntil === undefined || today <= decisionUntil;
  };
  return {
    decided: rows.filter(({ decided_on }) => decided_on !== null).map(({ level }) => level),
    told: rows
      .filter((row) => row.decided_on === null && row.authority_uscc === authorityUscc && runs(row.prior_notice_on))
      .map(({ level }) => level),
  };
};

/** True where the firm was ever selected for a project that the agency commissioned. */
export const workedFor = async (db: Knex, firmUscc: string, agencyUscc: string): Promise<boolean> =>
  (await db("intermediary_procurements")
    .first("project_no")
    .where({ owner_uscc: agencyUscc, selected_uscc: firmUscc })) !== undefined;

/** Sanctions with the part that decides: the department, or the supervisor where the firm was selected for a project of it. */
export const sanctionsByDecider = (db: Knex): Knex.QueryBuilder => {
  const worked = `exists (select 1 from intermediary_procurements p where p.owner_uscc = s.authority_uscc and p.selected_uscc = s.firm_uscc)`;
  const decider = db.raw(`case when ${worked} then 'SUPERVISOR' else 'OFFICER' end as decider`);
  return db.select("*").from(db(`${INTERMEDIARY_SANCTIONS.name} as s`).select("s.*", decider).as("sanctions"));
};

/** Projects of the firm's open bids, locked so that none of them is opened or selected meanwhile, with the ids of the bids. */
export const lockOpenBids = async (trx: Knex, firmUscc: string): Promise<string[]> => {
  const projects = (await trx("intermediary_procurements")
    .select("project_no")
    .whereIn("state", [UNDER_PUBLIC_NOTICE, SUSPENDED])
    .whereIn("project_no", trx(BIDS.name).select("project_no").where("firm_uscc", firmUscc))
    .orderBy("project_no")
    .forShare()) as { readonly project_no: string }[];
  const bids = (await trx(BIDS.name)
    .select("id")
    .where("firm_uscc", firmUscc)
    .whereIn("state", [BidState.SEALED, BidState.REVEALED])
    .whereIn(
      "project_no",
      projects.map(({ project_no }) => project_no),
    )
    .orderBy("id")) as { readonly id: string }[];
  return bids.map(({ id }) => id);
};

/** Inserts a sanction under the next number of its division and day, and answers with it; others of the two wait meanwhile. */
export const insertSanction = async (trx: Knex, record: NewSanction): Promise<string> => {
  const prefix = `CJ${record.divisionCode.slice(0, 6)}${record.priorNoticeOn.replaceAll("-", "")}`;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`sanction number ${prefix}`]);
  const row = (await trx(INTERMEDIARY_SANCTIONS.name)
    .whereBetween("id", [`${prefix}0000`, `${prefix}9999`])
    .whereRaw("length(id) = ?", [prefix.length + 4])
    .max("id as last")
    .first()) as { readonly last: string | null };
  const number = row.last === null ? 1 : Number(row.last.slice(prefix.length)) + 1;
  if (number > 9_999) throw new Error(`No number of a sanction is free behind ${prefix}.`);
  const id = `${prefix}${String(number).padStart(4, "0")}`;
  await trx(INTERMEDIARY_SANCTIONS.name).insert(toRow(INTERMEDIARY_SANCTIONS, { ...record, id }));
  return id;
};
