/** Makes rows of projects and bids that keep the rules of the market: days in order, the right winner, a draw that recomputes. */
import type { NewOf } from "../../../platform/database/index.js";
import { BidRefusal } from "../bid/bid.enums.js";
import { hasPrice } from "../procurement-handling/selection.js";
import { STORED_DRAW, STORED_SOURCE } from "../draw/draw.stored.js";
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import type { ENGAGEMENTS } from "../intermediary-profile/intermediary-profile.rows.js";
import type { BIDS } from "../bid/bid.rows.js";
import type { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import { STORED_SUSPENSION } from "../intermediary-procurement/intermediary-procurement.stored.js";
import { type PlannedProject, type PlannedBid, workday, CONTRACT_DAYS } from "./project-plan.js";
import { winnerOf } from "./project-winner.js";
import { sourceOf, keptDraw } from "./project-draw.js";
import { bidRow, fileHash } from "./bid-rows.js";

type NewProject = NewOf<typeof INTERMEDIARY_PROCUREMENTS>;

/** Rows of a project, and its engagement where it is finished. */
export interface ProjectRows {
  readonly project: NewProject;
  readonly bids: readonly NewOf<typeof BIDS>[];
  readonly engagement?: NewOf<typeof ENGAGEMENTS>;
}

/** How far along each state is; those that stop elsewhere say where. */
const REACHED: Readonly<Record<MarketState, number>> = {
  [MarketState.DRAFT]: 0,
  [MarketState.UNDER_PUBLIC_NOTICE]: 1,
  [MarketState.SUSPENDED]: 1,
  [MarketState.FAILED]: 1,
  [MarketState.CANCELLED]: 1,
  [MarketState.SELECTED]: 2,
  [MarketState.IN_PUBLICITY]: 2,
  [MarketState.DISPUTED]: 2,
  [MarketState.CONTRACTED]: 3,
  [MarketState.IN_SERVICE]: 3,
  [MarketState.DELIVERED]: 4,
  [MarketState.ACCEPTED]: 5,
  [MarketState.EVALUATED]: 6,
  [MarketState.ARCHIVED]: 6,
};

/** Days of a whole life, from the day of registration. */
const daysOf = ({ registeredOn, spans }: PlannedProject) => {
  const publicNotice = workday(registeredOn, spans.publicNotice);
  const closes = workday(publicNotice, spans.close);
  const opened = workday(closes, spans.open);
  const selected = workday(opened, spans.select);
  const signed = workday(selected, spans.sign);
  const delivered = workday(signed, spans.work);
  const accepted = workday(delivered, spans.accept);
  return {
    publicNotice,
    closes,
    opened,
    selected,
    signed,
    due: workday(signed, CONTRACT_DAYS),
    delivered,
    accepted,
    evaluated: workday(accepted, spans.evaluate),
  };
};

type Days = ReturnType<typeof daysOf>;

/** What a project has from a step of its life on. */
const stepColumns = (plan: PlannedProject, days: Days, amount: bigint | undefined) => {
  const from = <T>(step: number, value: T): T | undefined => (REACHED[plan.state] >= step ? value : undefined);
  return {
    publicNoticeAt: from(1, days.publicNotice),
    closesAt: from(1, days.closes),
    // Told by projects whose bids are still sealed: what is past was opened before firms told what they sealed.
    revealsUntil: REACHED[plan.state] === 1 ? workday(days.closes, 1) : undefined,
    openedAt: from(2, days.opened),
    selectedAt: from(2, days.selected),
    contractNo: from(3, `HT-${plan.projectNo}`),
    contractAmount: from(3, amount),
    signedAt: from(3, days.signed),
    dueAt: from(3, days.due),
    deliveredAt: from(4, days.delivered),
    deliverableHash: from(4, fileHash(plan.projectNo)),
    acceptedAt: from(5, days.accepted),
    evaluatedAt: from(6, days.evaluated),
    stars: from(6, [...(plan.stars ?? [5, 5, 4, 5, 4])]),
  } satisfies Partial<NewProject>;
};

/** What is kept of a draw by lot: the source from the public notice on, the proof from the draw on. */
const drawColumns = (
  plan: PlannedProject,
  days: Days,
  counted: readonly PlannedBid[],
  winner: string | undefined,
): Pick<NewProject, "randomSource" | "draw" | "drawnAt"> => {
  const byLot = plan.selection === Selection.LOTTERY;
  const drawn = byLot && winner !== undefined;
  return {
    randomSource:
      byLot && REACHED[plan.state] >= 1 ? STORED_SOURCE.write(sourceOf(plan, days.publicNotice)) : undefined,
    draw: drawn ? STORED_DRAW.write(keptDraw(plan, counted)) : undefined,
    drawnAt: drawn ? days.selected : undefined,
  };
};

/** What every project has. */
const planColumns = (plan: PlannedProject) =>
  ({
    projectNo: plan.projectNo,
    name: plan.name,
    serviceCode: plan.serviceCode,
    ownerId: plan.owner.id,
    ownerUscc: plan.owner.uscc,
    ownerPublic: plan.owner.isPublic,
    departmentUscc: plan.departmentUscc,
    divisionCode: plan.divisionCode,
    fundSource: plan.fundSource,
    selection: plan.selection,
    ceiling: plan.ceilingFen,
    avoidIds: [...(plan.avoidIds ?? [])],
    state: plan.state,
    stateReason: plan.stateReason,
    registeredAt: plan.registeredOn,
    disputedAt: plan.disputedOn,
    disputedFrom: plan.disputedOn === undefined ? undefined : MarketState.IN_PUBLICITY,
    suspensions:
      plan.suspendedOn === undefined
        ? []
        : [STORED_SUSPENSION.write({ from: plan.suspendedOn, reason: plan.stateReason })],
    linkedCaseNo: plan.linkedCaseNo,
    reply: undefined,
    repliedAt: undefined,
  }) satisfies Partial<NewProject>;

/** Counts the days, judges the bids, selects, and cuts the life at the state. */
export const projectRows = (plan: PlannedProject): ProjectRows => {
  const reached = REACHED[plan.state];
  const days = daysOf(plan);
  const bids = plan.bids.map((bid, index) => ({
    ...bid,
    refusal: bid.refusal ?? refusalOf(plan, bid),
    submittedOn: workday(days.publicNotice, Math.min(index, Math.max(plan.spans.close - 1, 0))),
  }));
  const counted = bids.filter(({ refusal }) => refusal === undefined);
  const winner = reached >= 2 ? winnerOf(plan, counted) : undefined;
  const amountFen = hasPrice(plan.selection)
    ? counted.find(({ intermediaryId }) => intermediaryId === winner)?.priceFen
    : plan.ceilingFen;
  const finished = reached >= 5 && winner !== undefined;
  return {
    project: {
      ...planColumns(plan),
      ...stepColumns(plan, days, amountFen),
      ...drawColumns(plan, days, counted, winner),
      selectedId: winner,
      selectedUscc: bids.find(({ intermediaryId }) => intermediaryId === winner)?.firmUscc,
    },
    bids: reached >= 1 ? bids.map((bid) => bidRow(plan, bid, reached >= 2)) : [],
    ...(finished
      ? {
          engagement: {
            projectNo: plan.projectNo,
            intermediaryId: winner,
            serviceCode: plan.serviceCode,
            workingDays: plan.spans.work,
            promisedDays: CONTRACT_DAYS,
            price: amountFen!,
            completedOn: days.accepted,
          },
        }
      : {}),
  };
};

const refusalOf = ({ avoidIds, ceilingFen }: PlannedProject, bid: PlannedBid): BidRefusal | undefined => {
  if (avoidIds?.includes(bid.intermediaryId)) return BidRefusal.AVOIDED;
  return (bid.priceFen ?? 0n) > ceilingFen ? BidRefusal.ABOVE_CEILING : undefined;
};
