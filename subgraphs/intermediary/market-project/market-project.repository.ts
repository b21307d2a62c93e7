/** SQL of market projects. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { WHOSE_BID } from "../bid/bid.policy.js";
import { DRAW_ALGORITHM, recomputes } from "../draw/draw.js";
import type { DrawProof, RandomSource } from "../draw/draw.type.js";
import { MarketRole, type FundSource, type Selection } from "./market-project.enums.js";
import type { MarketState } from "./market-project.state.js";
import type { MarketProjectFilter } from "./market-project.input.js";
import { OF_PARTIES, WHOSE_PROJECT } from "./market-project.policy.js";
import type { Contract, Deliverable, Evaluation, MarketProject, MarketSuspension } from "./market-project.type.js";

/** What was published of a draw, as it is kept. */
export interface KeptDraw {
  readonly candidates: readonly string[];
  readonly candidateListHash: string;
  readonly sourceValue: string;
  readonly seed: string;
}

/** A row of market_projects. */
export interface MarketProjectRow {
  project_no: string;
  name: string;
  service_code: string;
  owner_id: string;
  owner_uscc: string;
  department_uscc: string;
  division_code: string;
  fund_source: FundSource;
  selection: Selection;
  ceiling_fen: bigint | null;
  avoid_ids: string[];
  state: MarketState;
  state_reason: string | null;
  registered_on: string;
  announced_on: string | null;
  closes_on: string | null;
  opened_on: string | null;
  selected_on: string | null;
  disputed_on: string | null;
  suspensions: MarketSuspension[];
  selected_id: string | null;
  contract_no: string | null;
  contract_fen: bigint | null;
  signed_on: string | null;
  due_on: string | null;
  delivered_on: string | null;
  accepted_on: string | null;
  evaluated_on: string | null;
  deliverable_hash: string | null;
  stars: number[] | null;
  linked_case_no: string | null;
  random_source: RandomSource | null;
  draw: KeptDraw | null;
  drawn_on: string | null;
}

const COLUMNS: readonly (keyof MarketProjectRow)[] = [
  "project_no",
  "name",
  "service_code",
  "owner_id",
  "owner_uscc",
  "department_uscc",
  "division_code",
  "fund_source",
  "selection",
  "ceiling_fen",
  "avoid_ids",
  "state",
  "state_reason",
  "registered_on",
  "announced_on",
  "closes_on",
  "opened_on",
  "selected_on",
  "disputed_on",
  "suspensions",
  "selected_id",
  "contract_no",
  "contract_fen",
  "signed_on",
  "due_on",
  "delivered_on",
  "accepted_on",
  "evaluated_on",
  "deliverable_hash",
  "stars",
  "linked_case_no",
  "random_source",
  "draw",
  "drawn_on",
];

const DESCRIPTION =
  "1. sort the candidates' ids by bytes; 2. candidateListHash = SHA-256 of the ids joined by line feeds; " +
  "3. seed = SHA-256 of sourceValue, line feed, projectNo, line feed, candidateListHash; " +
  "4. position = seed as a whole number modulo the number of candidates, the first being 0. All hashes are lower-case hexadecimal, texts UTF-8. " +
  "（一、候选机构编号按字节排序；二、以换行符连接后取SHA-256为名单哈希；三、对随机源取值、项目编号、名单哈希以换行符连接取SHA-256为种子；四、种子对候选数取模即中选位次，从0起。）";

const proofOf = (row: MarketProjectRow): DrawProof | undefined => {
  if (row.draw === null || row.drawn_on === null || row.selected_id === null) return undefined;
  const { candidates, candidateListHash, sourceValue, seed } = row.draw;
  const position = candidates.indexOf(row.selected_id);
  return {
    algorithm: DRAW_ALGORITHM,
    algorithmDescription: DESCRIPTION,
    candidateIds: candidates,
    candidateListHash,
    sourceValue,
    seed,
    ...(position === -1 ? {} : { position }),
    drawnAt: row.drawn_on,
    verified: recomputes({
      projectNo: row.project_no,
      candidates,
      sourceValue,
      candidateListHash,
      seed,
      selected: row.selected_id,
    }),
  };
};

const contractOf = (row: MarketProjectRow): Contract | undefined =>
  row.contract_no === null || row.contract_fen === null || row.signed_on === null
    ? undefined
    : {
        no: row.contract_no,
        amount: row.contract_fen,
        signedAt: row.signed_on,
        ...(row.due_on === null ? {} : { dueAt: row.due_on }),
      };

const deliverableOf = (row: MarketProjectRow): Deliverable | undefined =>
  row.delivered_on === null
    ? undefined
    : {
        deliveredAt: row.delivered_on,
        ...(row.deliverable_hash === null ? {} : { fileHash: row.deliverable_hash }),
        ...(row.accepted_on === null ? {} : { acceptedAt: row.accepted_on }),
      };

const evaluationOf = ({ stars, evaluated_on: evaluatedAt }: MarketProjectRow): Evaluation | undefined => {
  if (stars === null || stars.length !== 5 || evaluatedAt === null) return undefined;
  const [timeliness, quality, price, attitude, compliance] = stars as [number, number, number, number, number];
  return { timeliness, quality, price, attitude, compliance, evaluatedAt };
};

/** Domain object of a row. */
export const toProject = (row: MarketProjectRow): MarketProject => ({
  projectNo: row.project_no,
  name: row.name,
  serviceCode: row.service_code,
  ownerId: row.owner_id,
  ownerUscc: row.owner_uscc,
  departmentUscc: row.department_uscc,
  divisionCode: row.division_code,
  fundSource: row.fund_source,
  selection: row.selection,
  ceiling: row.ceiling_fen ?? undefined,
  avoidIds: row.avoid_ids,
  state: row.state,
  stateReason: row.state_reason ?? undefined,
  registeredAt: row.registered_on,
  announcedAt: row.announced_on ?? undefined,
  closesAt: row.closes_on ?? undefined,
  openedAt: row.opened_on ?? undefined,
  selectedAt: row.selected_on ?? undefined,
  disputedAt: row.disputed_on ?? undefined,
  suspensions: row.suspensions,
  selectedId: row.selected_id ?? undefined,
  contract: contractOf(row),
  deliverable: deliverableOf(row),
  evaluation: evaluationOf(row),
  linkedCaseNo: row.linked_case_no ?? undefined,
  randomSource: row.random_source ?? undefined,
  proof: proofOf(row),
});

/** Projects with these numbers, in no order; access is decided by the service. */
export const findProjects = async (db: Knex, numbers: readonly string[]): Promise<MarketProjectRow[]> =>
  (await db("market_projects")
    .select(COLUMNS)
    .whereIn("project_no", [...numbers])) as MarketProjectRow[];

/** What a list of projects is asked for. */
export interface MarketProjectQuery {
  readonly filter?: MarketProjectFilter;
}

/** Projects that the viewer may know of and that fit; the caller adds parent, order and page. */
export const projectsQuery = (db: Knex, viewer: Viewer, { filter }: MarketProjectQuery): Knex.QueryBuilder => {
  const query = readableRows(db("market_projects").select(COLUMNS), WHOSE_PROJECT, { viewer });
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
      .whereRaw("bids.project_no = market_projects.project_no")
      .where("bids.agency_id", parent);
    // The day of opening is a column of the project alone.
    readableRows(bids, WHOSE_BID, { viewer, today });
  });
};

/** Projects commissioned for a case: known to those entitled alone, since the link tells of the case. */
export const projectsOfCase = (db: Knex, viewer: Viewer, parent: Knex.Raw): Knex.QueryBuilder =>
  readableRows(projectsQuery(db, viewer, {}).where("linked_case_no", parent), OF_PARTIES, { viewer });
