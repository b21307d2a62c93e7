/** SQL of what stands beside projects that their guards look at: the list, objections, bids that count, who suspended them, and their winner. */
import type { Knex } from "knex";
import { BIDS } from "../bid/bid.rows.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import { listBarred } from "../intermediary-sanction/intermediary-sanction.repository.js";
import { ListState, Party } from "../intermediary-service/intermediary-service.enums.js";

/** What stands beside a project on a day. */
export interface ProjectStanding {
  readonly projectNo: string;
  /** True where its service is on the list and kept. */
  readonly listed: boolean;
  /** True where the list has the approving department commission it, and the owner is none (N1). */
  readonly payerMismatch: boolean;
  /** True while an objection waits for its answer. */
  readonly objectionOpen: boolean;
  /** Part of whoever suspended it last. */
  readonly suspendedBy: string | null;
  /** How many bids count. */
  readonly counted: number;
  /** True where the selected intermediary is suspended or removed. */
  readonly winnerBarred: boolean;
}

type StandingRow = Omit<ProjectStanding, "winnerBarred"> & { readonly selectedId: string | null };

const LISTED = `coalesce(s.list_state = :kept and coalesce(s.effective_from <= :today, true) and coalesce(s.effective_to >= :today, true), false)`;
const PAYER_MISMATCH = `coalesce(s.commissioned_by = :department, false) and not p.owner_public`;
const OBJECTION = `exists (select 1 from procurement_objections o where o.project_no = p.project_no and o.settled_on is null)`;
const SUSPENDED_BY = `(select t.part from transitions t where t.kind = 'IntermediaryProcurement' and t.key = p.project_no
  and t.event = 'SUSPEND' order by t.version desc limit 1)`;
const COUNTED = `(select count(*)::int from ${BIDS.name} b where b.project_no = p.project_no and b.accepted)`;

/** What stands beside these projects on the day, in no order. */
export const listStandings = async (
  db: Knex,
  projectNos: readonly string[],
  today: string,
): Promise<ProjectStanding[]> => {
  const named = { today, kept: ListState.KEPT, department: Party.APPROVING_DEPARTMENT };
  const rows = (await db(`${INTERMEDIARY_PROCUREMENTS.name} as p`)
    .leftJoin("intermediary_services as s", "s.code", "p.service_code")
    .select(
      "p.project_no as projectNo",
      "p.selected_id as selectedId",
      db.raw(`${LISTED} as listed`, named),
      db.raw(`${PAYER_MISMATCH} as "payerMismatch"`, named),
      db.raw(`${OBJECTION} as "objectionOpen"`),
      db.raw(`${SUSPENDED_BY} as "suspendedBy"`),
      db.raw(`${COUNTED} as counted`),
    )
    .whereIn("p.project_no", [...projectNos])) as StandingRow[];
  const winners = rows.flatMap(({ selectedId }) => selectedId ?? []);
  const barred = new Set((await listBarred(db, winners, today)).map(({ intermediaryId }) => intermediaryId));
  return rows.map(({ selectedId, ...row }) => ({
    ...row,
    winnerBarred: selectedId !== null && barred.has(selectedId),
  }));
};
