/** Makes rows of projects and bids that keep the rules of the market: days in order, the right winner, a draw that recomputes. */
import { PROVISIONAL, addWorkdays, type LocalDate } from "../../../platform/domain/index.js";
import { BidRefusal, CreditCheck } from "../bid/bid.enums.js";
import { draw } from "../draw/draw.js";
import { Selection, type FundSource } from "../market-project/market-project.enums.js";
import { MarketState } from "../market-project/market-project.state.js";

/** The working day `count` working days later. */
export const workday = (from: LocalDate, count: number): LocalDate => {
  const day = addWorkdays(from, count);
  if (day === PROVISIONAL) throw new Error(`The calendar does not reach ${count} working days after ${from}.`);
  return day;
};

/** Working days between the steps of a project; in the order of its life. */
export interface Spans {
  readonly announce: number;
  readonly close: number;
  readonly open: number;
  readonly select: number;
  readonly sign: number;
  readonly work: number;
  readonly accept: number;
  readonly evaluate: number;
}

/** Spans of a project where nothing is late. */
export const ORDINARY: Spans = { announce: 1, close: 4, open: 1, select: 1, sign: 5, work: 10, accept: 2, evaluate: 4 };

/** Working days that a contract gives the agency. */
export const CONTRACT_DAYS = 15;

/** A bid before it is judged. */
export interface PlannedBid {
  readonly agencyId: string;
  readonly firmUscc: string;
  readonly priceFen?: bigint;
  readonly creditCheck?: CreditCheck;
  readonly refusal?: BidRefusal;
}

/** A project before its days are counted. */
export interface PlannedProject {
  readonly projectNo: string;
  readonly name: string;
  readonly serviceCode: string;
  readonly owner: { readonly id: string; readonly uscc: string; readonly isPublic: boolean };
  readonly departmentUscc: string;
  readonly divisionCode: string;
  readonly fundSource: FundSource;
  readonly selection: Selection;
  readonly ceilingFen: bigint;
  readonly state: MarketState;
  readonly registeredOn: LocalDate;
  readonly spans: Spans;
  readonly bids: readonly PlannedBid[];
  readonly linkedCaseNo?: string;
  /** Value that the public source gave, for a lottery. */
  readonly sourceValue?: string;
  readonly sourceReference?: string;
  /** Who is selected where no rule of arithmetic decides. */
  readonly preferred?: string;
  readonly stars?: readonly number[];
  readonly avoidIds?: readonly string[];
  readonly stateReason?: string;
  readonly suspendedOn?: LocalDate;
  readonly disputedOn?: LocalDate;
}

/** Rows of a project, and its engagement where it is finished. */
export interface ProjectRows {
  readonly project: Record<string, unknown>;
  readonly bids: readonly Record<string, unknown>[];
  readonly engagement?: Record<string, unknown>;
}

/** How far along each state is; those that stop elsewhere say where. */
const REACHED: Readonly<Record<MarketState, number>> = {
  [MarketState.DRAFT]: 0,
  [MarketState.ANNOUNCED]: 1,
  [MarketState.SUSPENDED]: 1,
  [MarketState.FAILED]: 1,
  [MarketState.CANCELLED]: 1,
  [MarketState.SELECTED]: 2,
  [MarketState.PUBLICISED]: 2,
  [MarketState.DISPUTED]: 2,
  [MarketState.CONTRACTED]: 3,
  [MarketState.IN_SERVICE]: 3,
  [MarketState.DELIVERED]: 4,
  [MarketState.ACCEPTED]: 5,
  [MarketState.EVALUATED]: 6,
  [MarketState.ARCHIVED]: 6,
};

const hasPrice = (selection: Selection): boolean => selection !== Selection.LOTTERY && selection !== Selection.DIRECT;

/** The winner among accepted bids, in the order in which they came in. */
const winnerOf = (plan: PlannedProject, accepted: readonly PlannedBid[]): string | undefined => {
  const price = ({ priceFen }: PlannedBid): bigint => priceFen ?? 0n;
  if (plan.selection === Selection.LOTTERY)
    return draw({
      projectNo: plan.projectNo,
      candidates: accepted.map(({ agencyId }) => agencyId),
      sourceValue: plan.sourceValue ?? "",
    })?.selected;
  if (plan.selection === Selection.BID_PRICE)
    return accepted.reduce<PlannedBid | undefined>(
      (best, bid) => (best === undefined || price(bid) < price(best) ? bid : best),
      undefined,
    )?.agencyId;
  if (plan.selection === Selection.AVERAGE) {
    // Compared as distances from the sum, so that no division rounds.
    const count = BigInt(accepted.length);
    const sum = accepted.reduce((total, bid) => total + price(bid), 0n);
    const distance = (bid: PlannedBid): bigint => {
      const difference = price(bid) * count - sum;
      return difference < 0n ? -difference : difference;
    };
    return accepted.reduce<PlannedBid | undefined>(
      (best, bid) => (best === undefined || distance(bid) < distance(best) ? bid : best),
      undefined,
    )?.agencyId;
  }
  return plan.preferred ?? accepted[0]?.agencyId;
};

/** Days of a whole life, from the day of registration. */
const daysOf = ({ registeredOn, spans }: PlannedProject) => {
  const announced = workday(registeredOn, spans.announce);
  const closes = workday(announced, spans.close);
  const opened = workday(closes, spans.open);
  const selected = workday(opened, spans.select);
  const signed = workday(selected, spans.sign);
  const delivered = workday(signed, spans.work);
  const accepted = workday(delivered, spans.accept);
  return {
    announced,
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

/** Columns that a project has from a step of its life on. */
const stepColumns = (plan: PlannedProject, days: Days, amountFen: bigint | undefined): Record<string, unknown> => {
  const from = (step: number, value: unknown): unknown => (REACHED[plan.state] >= step ? value : null);
  return {
    announced_on: from(1, days.announced),
    closes_on: from(1, days.closes),
    opened_on: from(2, days.opened),
    selected_on: from(2, days.selected),
    contract_no: from(3, `HT-${plan.projectNo}`),
    contract_fen: from(3, amountFen),
    signed_on: from(3, days.signed),
    due_on: from(3, days.due),
    delivered_on: from(4, days.delivered),
    deliverable_hash: from(4, fileHash(plan.projectNo)),
    accepted_on: from(5, days.accepted),
    evaluated_on: from(6, days.evaluated),
    stars: from(6, plan.stars ?? [5, 5, 4, 5, 4]),
  };
};

/** Columns of a draw by lot: the source from the announcement on, the proof from the draw on. */
const drawColumns = (
  plan: PlannedProject,
  days: Days,
  counted: readonly PlannedBid[],
  winner: string | undefined,
): Record<string, unknown> => {
  if (plan.selection !== Selection.LOTTERY) return { random_source: null, draw: null, drawn_on: null };
  const announced = REACHED[plan.state] >= 1;
  return {
    random_source: announced ? JSON.stringify(sourceOf(plan, days.announced)) : null,
    draw: winner === undefined ? null : JSON.stringify(keptDraw(plan, counted)),
    drawn_on: winner === undefined ? null : days.selected,
  };
};

/** Columns that every project has. */
const planColumns = (plan: PlannedProject): Record<string, unknown> => ({
  project_no: plan.projectNo,
  name: plan.name,
  service_code: plan.serviceCode,
  owner_id: plan.owner.id,
  owner_uscc: plan.owner.uscc,
  owner_public: plan.owner.isPublic,
  department_uscc: plan.departmentUscc,
  division_code: plan.divisionCode,
  fund_source: plan.fundSource,
  selection: plan.selection,
  ceiling_fen: plan.ceilingFen,
  avoid_ids: plan.avoidIds ?? [],
  state: plan.state,
  state_reason: plan.stateReason ?? null,
  registered_on: plan.registeredOn,
  disputed_on: plan.disputedOn ?? null,
  suspensions: JSON.stringify(
    plan.suspendedOn === undefined ? [] : [{ from: plan.suspendedOn, reason: plan.stateReason }],
  ),
  linked_case_no: plan.linkedCaseNo ?? null,
});

/** Counts the days, judges the bids, selects, and cuts the life at the state. */
export const projectRows = (plan: PlannedProject): ProjectRows => {
  const reached = REACHED[plan.state];
  const days = daysOf(plan);
  const bids = plan.bids.map((bid, index) => ({
    ...bid,
    refusal: bid.refusal ?? refusalOf(plan, bid),
    submittedOn: workday(days.announced, Math.min(index, Math.max(plan.spans.close - 1, 0))),
  }));
  const counted = bids.filter(({ refusal }) => refusal === undefined);
  const winner = reached >= 2 ? winnerOf(plan, counted) : undefined;
  const amountFen = hasPrice(plan.selection)
    ? counted.find(({ agencyId }) => agencyId === winner)?.priceFen
    : plan.ceilingFen;
  const finished = reached >= 5 && winner !== undefined;
  return {
    project: {
      ...planColumns(plan),
      ...stepColumns(plan, days, amountFen),
      ...drawColumns(plan, days, counted, winner),
      selected_id: winner ?? null,
    },
    bids:
      reached >= 1
        ? bids.map((bid) => ({
            project_no: plan.projectNo,
            agency_id: bid.agencyId,
            firm_uscc: bid.firmUscc,
            price_fen: hasPrice(plan.selection) ? (bid.priceFen ?? null) : null,
            submitted_on: bid.submittedOn,
            accepted: bid.refusal === undefined,
            refusal: bid.refusal ?? null,
            credit_check: bid.creditCheck ?? CreditCheck.CLEAR,
          }))
        : [],
    ...(finished
      ? {
          engagement: {
            project_no: plan.projectNo,
            agency_id: winner,
            service_code: plan.serviceCode,
            working_days: plan.spans.work,
            promised_days: CONTRACT_DAYS,
            price_fen: amountFen,
            completed_on: days.accepted,
          },
        }
      : {}),
  };
};

const refusalOf = ({ avoidIds, ceilingFen }: PlannedProject, bid: PlannedBid): BidRefusal | undefined => {
  if (avoidIds?.includes(bid.agencyId)) return BidRefusal.AVOIDED;
  return (bid.priceFen ?? 0n) > ceilingFen ? BidRefusal.ABOVE_CEILING : undefined;
};

const sourceOf = ({ sourceReference }: PlannedProject, chosenAt: LocalDate): Record<string, string> => ({
  name: "模拟公共随机源（演示，并非真实开奖）",
  reference: sourceReference ?? "演示期",
  chosenAt,
});

const keptDraw = (plan: PlannedProject, counted: readonly PlannedBid[]): Record<string, unknown> => {
  const sourceValue = plan.sourceValue ?? "";
  const { candidates, candidateListHash, seed } = draw({
    projectNo: plan.projectNo,
    candidates: counted.map(({ agencyId }) => agencyId),
    sourceValue,
  })!;
  return { candidates, candidateListHash, sourceValue, seed };
};

/** There is no file behind a demonstration project: its hash is of no file either. */
const fileHash = (projectNo: string): string =>
  [...projectNo]
    .reduce((text, character) => text + (character.codePointAt(0) ?? 0).toString(16).padStart(2, "0"), "")
    .padEnd(64, "0")
    .slice(0, 64);
