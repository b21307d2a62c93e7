/** What the guards of a project look at, as its rows say it, without what an input adds. */
import { figureOf, localDateOf } from "../../../platform/domain/index.js";
import {
  actingBody,
  actingParts,
  type LockedRecord,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { STORED_SOURCE } from "../draw/draw.stored.js";
import { FundSource } from "../intermediary-procurement/intermediary-procurement.enums.js";
import {
  INTERMEDIARY_PROCUREMENTS,
  type IntermediaryProcurementRow,
} from "../intermediary-procurement/intermediary-procurement.rows.js";
import type { MarketGuardFacts } from "../intermediary-procurement/intermediary-procurement.state.js";
import { contractTooLate, type MarketClockFacts } from "../intermediary-procurement/intermediary-procurement.status.js";
import { STORED_SUSPENSION } from "../intermediary-procurement/intermediary-procurement.stored.js";
import { listBarred } from "../intermediary-sanction/intermediary-sanction.repository.js";
import { findObjector } from "../procurement-objection/procurement-objection.repository.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";
import {
  findListing,
  hasOpenObjection,
  listCounted,
  suspendedBy,
  type CountedBid,
} from "./procurement-handling.repository.js";
import { hasPrice } from "./selection.js";

/** A project as a write finds it. */
export type WrittenProject = ReturnType<typeof INTERMEDIARY_PROCUREMENTS.toRecord>;

/** A project whose row is locked, with what its guards look at. */
export interface ProjectInHand {
  readonly project: WrittenProject;
  /** Bids that count. */
  readonly counted: readonly CountedBid[];
  readonly facts: MarketGuardFacts;
}

/** What the clocks of a written project read. */
export const clockFacts = (project: WrittenProject): MarketClockFacts =>
  ({ ...project, suspensions: project.suspensions.map(STORED_SUSPENSION.read) }) as MarketClockFacts;

/** Fen in ten thousand yuan (万元). */
const FEN_PER_WAN = 1_000_000n;

/** True where public money names no ceiling, or reaches the threshold from which the law of government procurement applies. */
export const reachesThreshold = ({ fundSource, ceiling }: Pick<WrittenProject, "fundSource" | "ceiling">): boolean =>
  fundSource === FundSource.FISCAL &&
  (ceiling === undefined || ceiling >= BigInt(figureOf("MARKET-BIDDING", "FISCAL_THRESHOLD_WAN")) * FEN_PER_WAN);

/** Reads project and facts of a locked row. */
export const projectInHand = async (
  trx: WriteTransaction,
  row: LockedRecord,
  { viewer, asOf }: WriteDependencies,
): Promise<ProjectInHand> => {
  const project = INTERMEDIARY_PROCUREMENTS.toRecord(row as unknown as IntermediaryProcurementRow);
  const today = localDateOf(asOf);
  const counted = await listCounted(trx, project.projectNo);
  const { listed, byDepartment } = await findListing(trx, project.serviceCode, today);
  const source = project.randomSource && STORED_SOURCE.read(project.randomSource);
  const parts = actingParts(WRITTEN_PROJECT.parts, { viewer }, row as never);
  const officerNeeded = (await suspendedBy(trx, project.projectNo)) === "OFFICER" && !parts.includes("OFFICER");
  const won = counted.find(({ intermediaryId }) => intermediaryId === project.selectedId);
  const facts = {
    today,
    selection: project.selection,
    listed,
    payerMismatch: byDepartment && row["owner_public"] !== true,
    aboveThreshold: reachesThreshold(project),
    sourceNamed: source !== undefined,
    sourceToCome: source?.knownOn !== undefined && today < source.knownOn,
    closesAt: project.closesAt,
    revealsUntil: project.revealsUntil,
    openedAt: project.openedAt,
    bids: counted.length,
    drawn: project.draw !== undefined,
    suspended: officerNeeded,
    objectionOpen: await hasOpenObjection(trx, project.projectNo),
    winnerBarred: project.selectedId !== undefined && (await listBarred(trx, [project.selectedId], today)).length > 0,
    contractNo: project.contractNo,
    ceilingFen: project.ceiling,
    bidFen: hasPrice(project.selection) ? won?.priceFen : undefined,
    contractLate: contractTooLate(clockFacts(project), today) === true,
    deliverableHash: project.deliverableHash,
    stars: project.stars,
    repliedBefore: project.reply !== undefined,
    disputedFrom: project.disputedFrom,
    isParty: parts.includes("OWNER") || parts.includes("FIRM"),
    ...(await findObjector(trx, project.projectNo, actingBody(viewer)?.uscc)),
  };
  return { project, counted, facts: facts as MarketGuardFacts };
};
