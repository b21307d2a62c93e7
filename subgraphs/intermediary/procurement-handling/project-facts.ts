/** What the guards of a project look at, as its rows say it, without what an input adds. */
import { figureOf, localDateOf, type LocalDate } from "../../../platform/domain/index.js";
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
import { findObjector } from "../procurement-objection/procurement-objection.repository.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";
import { listCounted, type CountedBid } from "./procurement-handling.repository.js";
import { listStandings, type ProjectStanding } from "./project-standing.repository.js";
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

/** Who looks at a project, and when. */
interface Looking extends Pick<WriteDependencies, "viewer"> {
  readonly today: LocalDate;
}

/** What the guards look at, as the row and what stands beside it say; of the bid that was selected, and of who objected, nothing. */
export const factsOf = (
  row: IntermediaryProcurementRow,
  standing: ProjectStanding,
  { viewer, today }: Looking,
): MarketGuardFacts => {
  const project = INTERMEDIARY_PROCUREMENTS.toRecord(row);
  const source = project.randomSource && STORED_SOURCE.read(project.randomSource);
  const parts = actingParts(WRITTEN_PROJECT.parts, { viewer }, row);
  const { listed, payerMismatch, objectionOpen, winnerBarred, counted } = standing;
  return {
    ...{ today, listed, payerMismatch, objectionOpen, winnerBarred, bids: counted },
    selection: project.selection,
    aboveThreshold: reachesThreshold(project),
    sourceNamed: source !== undefined,
    sourceToCome: source?.knownOn !== undefined && today < source.knownOn,
    closesAt: project.closesAt,
    revealsUntil: project.revealsUntil,
    openedAt: project.openedAt,
    drawn: project.draw !== undefined,
    suspended: standing.suspendedBy === "OFFICER" && !parts.includes("OFFICER"),
    contractNo: project.contractNo,
    ceilingFen: project.ceiling,
    contractLate: contractTooLate(clockFacts(project), today) === true,
    deliverableHash: project.deliverableHash,
    stars: project.stars,
    repliedBefore: project.reply !== undefined,
    disputedFrom: project.disputedFrom,
    isParty: parts.includes("OWNER") || parts.includes("FIRM"),
  } as MarketGuardFacts;
};

/** Reads project and facts of a locked row. */
export const projectInHand = async (
  trx: WriteTransaction,
  row: LockedRecord,
  { viewer, asOf }: Pick<WriteDependencies, "viewer" | "asOf">,
): Promise<ProjectInHand> => {
  const stored = row as unknown as IntermediaryProcurementRow;
  const project = INTERMEDIARY_PROCUREMENTS.toRecord(stored);
  const { projectNo, selection, selectedId } = project;
  const today = localDateOf(asOf);
  const counted = await listCounted(trx, projectNo);
  const [standing] = await listStandings(trx, [projectNo], today);
  const won = counted.find(({ intermediaryId }) => intermediaryId === selectedId);
  const facts = {
    ...factsOf(stored, standing!, { viewer, today }),
    bidFen: hasPrice(selection) ? won?.priceFen : undefined,
    ...(await findObjector(trx, projectNo, actingBody(viewer)?.uscc)),
  };
  return { project, counted, facts: facts as MarketGuardFacts };
};
