/** The machine of projects of the market, as tests drive it: of officer-1's agency, under officer-2's department, for whom agent-1's firm works. */
import type { Actor } from "../../../platform/machine/index.js";
import { Selection } from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.enums.js";
import { INTERMEDIARY_PROCUREMENT } from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.machine.js";
import {
  MarketState,
  type MarketEvent,
  type MarketGuardFacts,
} from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.state.js";
import { endInTime } from "../../../subgraphs/intermediary/procurement-handling/end-in-time.js";
import type { TestStack } from "../stack.js";
import { ACCEPTED, AGENT_FIRM, COLUMNS, DELIVERED, enterBid, projectWith, SIGNED } from "../verbs/intermediary.js";
import type { ModelledAside, ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

const TODAY = "2026-09-28";
const DEPARTMENT = "12990101MB90000236";
const { DRAFT, UNDER_PUBLIC_NOTICE, IN_PUBLICITY, CONTRACTED, IN_SERVICE, CANCELLED, DISPUTED } = MarketState;

/** Who suspended it last stands with what the guards look at. */
type Facts = MarketGuardFacts & { readonly suspendedByOffice?: boolean };

const SELECTED_FACTS = {
  ...{ closesAt: COLUMNS.selected.closes_on, openedAt: COLUMNS.selected.opened_on, bids: 1 },
  selectedId: `CN-USCC-${AGENT_FIRM}`,
};
const SIGNED_FACTS = { ...SELECTED_FACTS, contractNo: "HT-1" };
const DELIVERED_FACTS = { ...SIGNED_FACTS, deliverableHash: "a".repeat(64) };

const DISPUTE = { state: DISPUTED, disputed_on: "2026-09-28" };

/** Projects as they begin, by the remainder of their numbers. */
const KINDS = [
  { begins: DRAFT, columns: {}, hasBid: false, facts: {} },
  {
    ...{ begins: UNDER_PUBLIC_NOTICE, columns: COLUMNS.closed, hasBid: true },
    facts: { closesAt: COLUMNS.closed.closes_on, bids: 1 },
  },
  {
    ...{ begins: UNDER_PUBLIC_NOTICE, columns: { ...COLUMNS.closed, selection: "BID_PRICE" }, hasBid: false },
    facts: { closesAt: COLUMNS.closed.closes_on, selection: Selection.BID_PRICE },
  },
  {
    ...{ begins: UNDER_PUBLIC_NOTICE, columns: COLUMNS.closed, hasBid: true },
    facts: { closesAt: COLUMNS.closed.closes_on, bids: 1 },
  },
  {
    begins: IN_PUBLICITY,
    columns: { ...COLUMNS.selected, state: IN_PUBLICITY, selected_on: "2026-09-01" },
    hasBid: true,
    facts: { ...SELECTED_FACTS, contractLate: true },
  },
  { begins: CONTRACTED, columns: SIGNED, hasBid: true, facts: SIGNED_FACTS },
  {
    ...{ begins: DISPUTED, columns: { ...SIGNED, ...DISPUTE, disputed_from: CONTRACTED }, hasBid: true },
    facts: { ...SIGNED_FACTS, disputedFrom: CONTRACTED },
  },
  {
    ...{ begins: DISPUTED, columns: { ...SIGNED, ...DISPUTE, disputed_from: IN_SERVICE }, hasBid: true },
    facts: { ...SIGNED_FACTS, disputedFrom: IN_SERVICE },
  },
  {
    ...{ begins: DISPUTED, columns: { ...COLUMNS.selected, ...DISPUTE, disputed_from: IN_PUBLICITY }, hasBid: true },
    facts: { ...SELECTED_FACTS, disputedFrom: IN_PUBLICITY },
  },
  { begins: IN_SERVICE, columns: { ...SIGNED, state: IN_SERVICE }, hasBid: true, facts: SIGNED_FACTS },
  { begins: MarketState.DELIVERED, columns: DELIVERED, hasBid: true, facts: DELIVERED_FACTS },
  { begins: MarketState.ACCEPTED, columns: ACCEPTED, hasBid: true, facts: DELIVERED_FACTS },
] as const;

const kindOf = (number: number) => KINDS[number % KINDS.length]!;

/** What is said is said once. */
const saidOnce = ({ reasons: _reasons, contractFen: _fen, noticeTooShort: _short, ...stays }: Facts): Facts =>
  stays as Facts;

const says = (input: object, said: object = {}, stays: object = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...said }),
  stays: (asked) => ({ ...saidOnce(asked), ...stays }),
});

/** Says why, or nothing. */
const why = (stays: object = {}): Wording<Facts>[] =>
  ["演示理由", " "].map((reasons) => says({ reasons }, { reasons }, stays));

const verb = (
  by: Actor,
  event: MarketEvent,
  name: string,
  input = "ProcurementStepInput",
  ...wordings: Wording<Facts>[]
): ModelledVerb<MarketEvent, Facts> => ({
  ...{ verb: name, input, event, by },
  wordings: wordings.length > 0 ? wordings : [says({})],
});

const REASONED = "ReasonedProcurementInput";

/** A dispute ends where it began. */
const filing = (tookPart: boolean): Wording<Facts>[] =>
  why().map((wording) => ({
    ...wording,
    after: (now, doing) => ({
      ...wording.after(now, doing),
      ...(tookPart ? { tookPart: doing.viewer === "agent-1", objectedBefore: now.objectedBefore === true } : {}),
    }),
    stays: (asked, { state }) => ({
      ...saidOnce(asked),
      ...{ disputedFrom: state as MarketState, ...(tookPart ? { objectedBefore: true } : {}) },
    }),
  }));

/** The office that suspended it lets it go on. */
const resumed: Wording<Facts> = {
  input: {},
  after: (now, { viewer }) => ({ ...now, suspended: now.suspendedByOffice === true && viewer !== "officer-2" }),
  stays: (asked) => ({ ...saidOnce(asked), suspended: false }),
};

const suspended: Wording<Facts>[] = why().map((wording) => ({
  ...wording,
  stays: (asked, { viewer }) => ({ ...saidOnce(asked), suspendedByOffice: viewer === "officer-2" }),
}));

const FIRST = `CN-USCC-${AGENT_FIRM}`;

/** Of bids that are sealed the service looks at none. */
const selects = (selected: string, selectedId: string | undefined): Wording<Facts> => ({
  input: { selected },
  after: ({ selectedId: _before, ...now }) => {
    const found = now.openedAt === undefined ? "" : selectedId;
    return { ...now, ...(found === undefined ? {} : { selectedId: found }) };
  },
});

const signs = (contractNo: string, amount: string, contractFen: bigint): Wording<Facts> =>
  says({ contractNo, amount, dueOn: "2026-12-01" }, { contractNo, contractFen }, { contractNo });

const STARS = { timeliness: 5, quality: 4, price: 5, attitude: 3, compliance: 5 };

const ask = async (stack: TestStack, viewer: string, verbName: string, projectNo: string): Promise<void> => {
  const { version } = (await stack.databases["intermediary"]!("intermediary_procurements")
    .first("version")
    .where("project_no", projectNo)) as { version: number };
  const input = { projectNo, expectedVersion: version, reasons: "双方同意继续履行" };
  const { body } = await stack.ask(
    `mutation ($input: ${REASONED}!) { ${verbName}(input: $input) { procurement { state } } }`,
    { viewer, variables: { input } },
  );
  if (body.errors) throw new Error(JSON.stringify(body));
};

type Aside = ModelledAside<MarketState, MarketEvent, Facts>;

/** One verb ends a dispute in the state in which it began. */
const settles = (["CONTRACTED", "IN_SERVICE", "DELIVERED", "ACCEPTED"] as const).map((state): Aside => ({
  ...{ event: `SETTLE_AS_${state}`, by: "SUPERVISOR" },
  does: (stack, projectNo) => ask(stack, "supervisor-1", "settleDispute", projectNo),
  after: (now) => ({ ...now, reasons: "双方同意继续履行" }),
}));

/** What time alone does. */
const inTime = (event: "FAIL" | "LAPSE"): Aside => ({
  ...{ event, by: "TIME" },
  does: ({ databases }) => endInTime(databases["intermediary"]!, new Date(`${TODAY}T04:00:00.000Z`)),
  after: (now) => now,
});

/** A draft is its parties', also once it is cancelled. */
const isTold = (state: MarketState, before: readonly MarketState[]): boolean =>
  state !== DRAFT && (state !== CANCELLED || before.some((earlier) => earlier !== DRAFT));

/** Projects. */
export const PROCUREMENTS: ModelledMachine<MarketState, MarketEvent, Facts> = {
  machine: INTERMEDIARY_PROCUREMENT,
  selects: "object: procurement { key: projectNo state version }",
  keyInput: "projectNo",
  sequences: 70,
  viewers: {
    "officer-1": { may: ["OWNER", "OFFICER"], plays: ["OWNER"], knows: () => true },
    "officer-2": { may: ["OWNER", "OFFICER"], plays: ["OFFICER"], knows: () => true },
    "agent-1": { may: ["OWNER", "FIRM"], plays: ["FIRM"], knows: isTold },
    "citizen-1": { may: ["OWNER", "FIRM"], plays: [], knows: isTold },
    "supervisor-1": { may: ["OFFICER", "SUPERVISOR"], plays: ["SUPERVISOR"], knows: () => true },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("OWNER", "EDIT", "editProcurement", "EditProcurementInput", says({ name: "演示采购项目（更正）" })),
    verb(
      "OWNER",
      "GIVE_PUBLIC_NOTICE",
      "publishProcurement",
      "PublishProcurementInput",
      says({ closesOn: "2026-12-30" }, { closesAt: "2026-12-30", noticeTooShort: false }),
      says({ closesOn: "2026-09-29" }, { closesAt: "2026-09-29", noticeTooShort: true }),
    ),
    verb("OWNER", "SUSPEND", "suspendProcurement", REASONED, ...suspended),
    verb("OWNER", "RESUME", "resumeProcurement", "ResumeProcurementInput", resumed),
    verb("OWNER", "OPEN_BIDS", "openBids", "ProcurementStepInput", says({}, {}, { openedAt: TODAY })),
    verb("OWNER", "FAIL", "failProcurement", REASONED, says({ reasons: "有效报价不足三家" })),
    verb(
      "OWNER",
      "SELECT",
      "selectIntermediary",
      "SelectIntermediaryInput",
      selects(AGENT_FIRM, FIRST),
      selects("91990101MA00026942", undefined),
    ),
    verb("OWNER", "OPEN_PUBLICITY", "publishSelection"),
    verb(
      "OWNER",
      "SIGN",
      "signProcurementContract",
      "SignProcurementContractInput",
      signs("HT-1", "40000.00", 4_000_000n),
      signs("HT-1", "50000.01", 5_000_001n),
      signs(" ", "40000.00", 4_000_000n),
    ),
    verb("FIRM", "BEGIN", "beginProcuredService"),
    verb(
      "FIRM",
      "DELIVER",
      "deliverProcuredService",
      "DeliverProcuredServiceInput",
      ...["a".repeat(64), ""].map((fileHash) => says({ fileHash }, { deliverableHash: fileHash })),
    ),
    verb("OWNER", "ACCEPT", "acceptProcuredService"),
    verb(
      "OWNER",
      "EVALUATE",
      "evaluateProcuredService",
      "EvaluateProcuredServiceInput",
      says(STARS, { stars: Object.values(STARS) }),
    ),
    verb(
      "FIRM",
      "REPLY",
      "replyToEvaluation",
      "ReplyToEvaluationInput",
      ...["已按意见改进", " "].map((reply) => says({ reply }, { reply }, { repliedBefore: true })),
    ),
    verb("OWNER", "ARCHIVE", "archiveProcurement"),
    verb("FIRM", "OBJECT", "objectToSelection", REASONED, ...filing(true)),
    verb("OWNER", "DISPUTE", "disputeContract", REASONED, ...filing(false)),
    verb("OFFICER", "REJECT_OBJECTION", "rejectObjection", REASONED, ...why()),
    verb("OFFICER", "UPHOLD_OBJECTION", "upholdObjection", REASONED, ...why()),
    verb("OWNER", "CANCEL", "cancelProcurement", REASONED, ...why()),
  ],
  asides: [...settles, inTime("FAIL"), inTime("LAPSE")],
  async begin(stack, number) {
    const { columns, hasBid } = kindOf(number);
    await stack.databases["intermediary"]!("intermediary_sanctions").where("firm_uscc", AGENT_FIRM).delete();
    const { projectNo } = await projectWith(stack, { ...columns, department_uscc: DEPARTMENT });
    if (hasBid) await enterBid(stack, projectNo);
    return projectNo;
  },
  begins: (number) => kindOf(number).begins,
  facts: (number) => ({
    ...{ today: TODAY, selection: Selection.DIRECT, listed: true, sourceNamed: false, bids: 0, drawn: false },
    ...{ suspended: false, objectionOpen: false, isParty: false, ceilingFen: 5_000_000n },
    ...kindOf(number).facts,
  }),
  stored: (stack, projectNo) =>
    rowWithJournal(
      stack,
      {
        ...{ service: "intermediary", table: "intermediary_procurements" },
        ...{ key: "project_no", kind: "IntermediaryProcurement" },
      },
      projectNo,
    ),
};
