/** SQL of intermediary procurements. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { WHOSE_BID } from "../bid/bid.policy.js";
import { proofOf } from "../draw/draw-proof.js";
import { STORED_DRAW, STORED_SOURCE } from "../draw/draw.stored.js";
import { MarketRole } from "./intermediary-procurement.enums.js";
import type { IntermediaryProcurementFilter } from "./intermediary-procurement.input.js";
import { OF_PARTIES, WHOSE_PROJECT } from "./intermediary-procurement.policy.js";
import { INTERMEDIARY_PROCUREMENTS, type IntermediaryProcurementRow } from "./intermediary-procurement.rows.js";
import { STORED_SUSPENSION } from "./intermediary-procurement.stored.js";
import type { Contract, Deliverable, Evaluation, IntermediaryProcurement } from "./intermediary-procurement.type.js";

const drawOf = ({
  draw,
  drawn_on: drawnAt,
  selected_id: selected,
  project_no: projectNo,
}: IntermediaryProcurementRow) =>
  draw === null || drawnAt === null || selected === null
    ? undefined
    : proofOf(STORED_DRAW.read(draw), { projectNo, selected, drawnAt });

const contractOf = (row: IntermediaryProcurementRow): Contract | undefined =>
  row.contract_no === null || row.contract_fen === null || row.signed_on === null
    ? undefined
    : {
        no: row.contract_no,
        amount: row.contract_fen,
        signedAt: row.signed_on,
        ...(row.due_on === null ? {} : { dueAt: row.due_on }),
      };

const deliverableOf = (row: IntermediaryProcurementRow): Deliverable | undefined =>
  row.delivered_on === null
    ? undefined
    : {
        deliveredAt: row.delivered_on,
        ...(row.deliverable_hash === null ? {} : { fileHash: row.deliverable_hash }),
        ...(row.accepted_on === null ? {} : { acceptedAt: row.accepted_on }),
      };

const evaluationOf = ({
  stars,
  evaluated_on: evaluatedAt,
  evaluation_reply: reply,
  replied_on: repliedAt,
}: IntermediaryProcurementRow): Evaluation | undefined => {
  if (stars === null || stars.length !== 5 || evaluatedAt === null) return undefined;
  const [timeliness, quality, price, attitude, compliance] = stars as [number, number, number, number, number];
  const told = { reply: reply ?? undefined, repliedAt: repliedAt ?? undefined };
  return { timeliness, quality, price, attitude, compliance, evaluatedAt, ...told } as Evaluation;
};

const shown = INTERMEDIARY_PROCUREMENTS.to<IntermediaryProcurement>()(
  "suspensions",
  "contractNo",
  "contractAmount",
  "signedAt",
  "dueAt",
  "deliveredAt",
  "acceptedAt",
  "evaluatedAt",
  "deliverableHash",
  "stars",
  "reply",
  "repliedAt",
  "randomSource",
  "draw",
  "drawnAt",
);

/** Domain object of a row. */
export const toProject = (row: IntermediaryProcurementRow): IntermediaryProcurement =>
  shown(row, {
    suspensions: row.suspensions.map(STORED_SUSPENSION.read),
    contract: contractOf(row),
    deliverable: deliverableOf(row),
    evaluation: evaluationOf(row),
    randomSource: row.random_source === null ? undefined : STORED_SOURCE.read(row.random_source),
    proof: drawOf(row),
  });

/** Projects with these numbers, in no order; access is decided by the service. */
export const findProjects = async (db: Knex, numbers: readonly string[]): Promise<IntermediaryProcurementRow[]> =>
  (await db("intermediary_procurements")
    .select(INTERMEDIARY_PROCUREMENTS.columns())
    .whereIn("project_no", [...numbers])) as IntermediaryProcurementRow[];

/** What a list of projects is asked for. */
export interface IntermediaryProcurementQuery {
  readonly filter?: IntermediaryProcurementFilter;
}

/** Projects that the viewer may know of and that fit; the caller adds parent, order and page. */
export const projectsQuery = (
  db: Knex,
  viewer: Viewer,
  { filter }: IntermediaryProcurementQuery,
): Knex.QueryBuilder => {
  const query = readableRows(
    db("intermediary_procurements").select(INTERMEDIARY_PROCUREMENTS.columns()),
    WHOSE_PROJECT,
    { viewer },
  );
  if (filter?.states) query.whereIn("state", filter.states);
  if (filter?.selection) query.where("selection", filter.selection);
  if (filter?.fundSource) query.where("fund_source", filter.fundSource);
  if (filter?.serviceCode) query.where("service_code", filter.serviceCode);
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** The same narrowed to an organisation's part; a sealed bid makes its bidder alone a bidder. */
export const projectsOfOrganization = (
  db: Knex,
  viewer: Viewer,
  { role, today, parent }: { readonly role: MarketRole; readonly today: string; readonly parent: Knex.Raw },
): Knex.QueryBuilder => {
  const query = projectsQuery(db, viewer, {});
  if (role === MarketRole.OWNER) return query.where("owner_id", parent);
  if (role === MarketRole.SELECTED) return query.where("selected_id", parent).where("selected_on", "<=", today);
  return query.whereExists((bids) => {
    bids
      .select(db.raw("1"))
      .from("bids")
      .whereRaw("bids.project_no = intermediary_procurements.project_no")
      .where("bids.intermediary_id", parent);
    // The day of opening is a column of the project alone.
    readableRows(bids, WHOSE_BID, { viewer, today });
  });
};

/** Projects commissioned for a case: known to those entitled alone, since the link tells of the case. */
export const projectsOfCase = (db: Knex, viewer: Viewer, parent: Knex.Raw): Knex.QueryBuilder =>
  readableRows(projectsQuery(db, viewer, {}).where("linked_case_no", parent), OF_PARTIES, { viewer });
