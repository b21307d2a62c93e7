/** The machine of allotments, as tests drive it: issued by a province to a prefecture, which divides, assigns, carries over and closes it. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  ALLOTMENT,
  type AllotmentEvent,
  type AllotmentGuardFacts,
  AllotmentState,
} from "../../../subgraphs/funds/budget-allotment/budget-allotment.machine.js";
import type { TestStack } from "../stack.js";
import { actOnAllotment, newNumber, TERMS } from "../verbs/funds.js";
import { FINANCE_OFFICERS } from "../viewers.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

/** `held` of the guards is what is held as a whole; here it is what the receiver holds, beside what it assigned to others. */
type Facts = AllotmentGuardFacts & {
  readonly assigned: bigint;
  /** What is left of the first assignment; undefined before there is one. */
  readonly first?: bigint;
};

/** Whole amount and one part, in fen. */
const WHOLE = 10_000n;
const PART = 100n;

const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;

/** A step that moves this much of what is held. */
const moves = (input: object, by: (now: Facts) => bigint, said: Partial<Facts> = {}): Wording<Facts> => ({
  input: (now) => {
    const amount = by(now) < 0n ? -by(now) : by(now);
    return { ...input, ...(amount === 0n ? {} : { amount: yuan(amount) }) };
  },
  after: (now) => ({ ...now, ...said, held: now.held + by(now) }),
  stays: ({ reasons: _reasons, ...asked }) => asked,
  refusal: (now) => (now.held + by(now) < 0n ? "OVERDRAWN" : undefined),
});

const none = (): bigint => 0n;

/** A step that moves nothing. */
const says = (said: { readonly reasons: string }): Wording<Facts> => ({ ...moves({}, none, said), input: said });

/** The first assignment comes back. */
const recalls = (said: { readonly reasons: string }): Wording<Facts> => ({
  input: (_now, key) => ({ ...said, allocationId: `FA-${key}-1`, amount: yuan(PART) }),
  after: (now) => ({ ...now, ...said }),
  stays: ({ reasons: _reasons, ...asked }) => ({
    ...{ ...asked, first: 0n },
    ...{ held: asked.held + PART, assigned: asked.assigned - PART },
  }),
  refusal: ({ first }) => (first === undefined ? "NOT_FOUND" : first < PART ? "OVERDRAWN" : undefined),
});

const verb = (
  by: Actor,
  event: AllotmentEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<AllotmentEvent, Facts> => ({ ...{ verb: name, input, event, by }, wordings });

const REASONS = { reasons: "年中调整" };
const BLANK = { reasons: " " };

/** Draft, issued and received: money of the centre that reached a province. */
const tops = new WeakMap<TestStack, Promise<string>>();
const topOf = (stack: TestStack): Promise<string> => {
  const made = async (): Promise<string> => {
    const allotmentNo = newNumber();
    const input = { allotmentNo, fundName: "试验资金", amount: "100000000", terms: { ...TERMS, central: true } };
    await actOnAllotment(stack, "draftAllotment", input, "finance-1");
    await actOnAllotment(stack, "issueAllotment", { allotmentNo, expectedVersion: 1 }, "finance-1");
    await actOnAllotment(stack, "receiveAllotment", { allotmentNo, expectedVersion: 2 }, "finance-1");
    return allotmentNo;
  };
  const known = tops.get(stack) ?? made();
  tops.set(stack, known);
  return known;
};

const UNIT = "12990101MB90000236";
const FIRM = "91990101MA9000011P";

/** Another officer of finance-2's department: nobody approves what they asked for themselves. */
export const SECOND_OFFICER = { ...FINANCE_OFFICERS["finance-2"], username: "finance-2b" };

/** Pays a part out of what the receiver holds. */
const pay = async (stack: TestStack, allotmentNo: string): Promise<void> => {
  const act = async (viewer: string, verb: string, type: string, input: object): Promise<{ orderNo: string }> => {
    const { body } = await stack.ask(
      `mutation ($input: ${type}!) { done: ${verb}(input: $input) { order { orderNo } } }`,
      { viewer, variables: { input } },
    );
    if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
    return body.data.done.order;
  };
  const asked = { allocationId: `FA-${allotmentNo}`, amount: yuan(PART), payee: FIRM, purpose: "设备款" };
  const { orderNo } = await act("finance-2", "requestPayment", "RequestPaymentInput", asked);
  const approved = { orderNo, expectedVersion: 1, bank: FIRM };
  await act(SECOND_OFFICER.username, "approvePayment", "ApprovePaymentInput", approved);
};

const ISSUER = new Set(["issueAllotment", "addToAllotment", "reclaimAllotment"]);

/** A draft is its department's alone. */
const IS_ISSUED = (state: AllotmentState): boolean => state !== AllotmentState.DRAFT;

/** Allotments. */
export const ALLOTMENTS: ModelledMachine<AllotmentState, AllotmentEvent, Facts> = {
  machine: ALLOTMENT,
  selects: "object: allotment { key: allotmentNo state version }",
  keyInput: "allotmentNo",
  viewers: {
    "finance-1": { may: ["OFFICER"], plays: (name) => (ISSUER.has(name) ? ["OFFICER"] : []), knows: () => true },
    "finance-2": { may: ["OFFICER"], plays: (name) => (ISSUER.has(name) ? [] : ["OFFICER"]), knows: IS_ISSUED },
    "officer-1": { may: ["OFFICER"], plays: [], knows: IS_ISSUED },
    "citizen-1": { may: [], plays: [], knows: IS_ISSUED },
  },
  verbs: [
    verb("OFFICER", "ISSUE", "issueAllotment", "AllotmentStepInput", moves({}, none)),
    verb("OFFICER", "RECEIVE", "receiveAllotment", "AllotmentStepInput", {
      ...moves({}, none),
      stays: (asked) => ({ ...asked, held: WHOLE }),
    }),
    verb("OFFICER", "EXECUTE", "assignAllotment", "AssignAllotmentInput", {
      ...moves({ organization: UNIT }, () => -PART),
      stays: (asked) => ({ ...asked, assigned: asked.assigned + PART, first: asked.first ?? PART }),
    }),
    verb(
      "OFFICER",
      "ADJUST",
      "addToAllotment",
      "MoveAllotmentInput",
      moves(REASONS, () => PART, REASONS),
      moves(BLANK, () => PART, BLANK),
    ),
    verb(
      "OFFICER",
      "RECLAIM",
      "reclaimAllotment",
      "MoveAllotmentInput",
      moves(REASONS, () => -PART, REASONS),
      moves(REASONS, ({ held }) => (held > 0n ? -held : -PART), REASONS),
      moves(BLANK, () => -PART, BLANK),
    ),
    verb("OFFICER", "RECALL", "recallAllotment", "RecallAllotmentInput", recalls(REASONS), recalls(BLANK)),
    verb("OFFICER", "CARRY_OVER", "carryOverAllotment", "AllotmentStepInput", {
      ...moves({}, none),
      stays: ({ first, ...asked }) => ({
        ...asked,
        held: 0n,
        assigned: 0n,
        ...(first === undefined ? {} : { first: 0n }),
      }),
      refusal: ({ held, assigned }) => (held + assigned > 0n ? undefined : "OVERDRAWN"),
    }),
    verb("OFFICER", "CLOSE", "closeAllotment", "AllotmentStepInput", {
      ...moves({}, none),
      after: (now) => ({ ...now, held: now.held + now.assigned }),
    }),
    verb("OFFICER", "REOPEN", "reopenAllotment", "ReasonedAllotmentInput", says(REASONS), says(BLANK)),
  ],
  // What can be recalled was assigned, and an assignment begins the execution.
  unreachable: ["RECEIVED RECALL", "DECOMPOSED RECALL"],
  asides: [
    {
      ...{ event: "DIVIDE", by: "OFFICER" },
      async does(stack, upstreamNo) {
        const allotmentNo = newNumber();
        const below = { allotmentNo, fundName: "试验资金", amount: yuan(PART), upstreamNo, toDivision: "222403" };
        await actOnAllotment(stack, "draftAllotment", below, "finance-2");
        await actOnAllotment(stack, "issueAllotment", { allotmentNo, expectedVersion: 1 }, "finance-2");
      },
      after: (now) => ({ ...now, held: now.held - PART }),
      refusal: ({ held }) => (held < PART ? "OVERDRAWN" : undefined),
    },
    {
      // A payment out of the receiver's own account begins the execution.
      ...{ event: "EXECUTE", by: "OFFICER", in: [AllotmentState.RECEIVED, AllotmentState.DECOMPOSED] },
      does: pay,
      after: (now) => ({ ...now, held: now.held - PART }),
      refusal: ({ held }) => (held < PART ? "OVERDRAWN" : undefined),
    },
  ],
  async begin(stack) {
    const allotmentNo = newNumber();
    const of = { upstreamNo: await topOf(stack), toDivision: "222400" };
    const input = { allotmentNo, fundName: "试验资金", amount: yuan(WHOLE), ...of };
    await actOnAllotment(stack, "draftAllotment", input, "finance-1");
    // Its year is over, so that it may be carried over.
    await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).update({ fiscal_year: 2025 });
    return allotmentNo;
  },
  facts: () => ({ today: "2026-09-28", fiscalYear: 2025, carriedIn: false, held: 0n, assigned: 0n }),
  async stored(stack, allotmentNo) {
    const record = await rowWithJournal(
      stack,
      { service: "funds", table: "allotments", key: "allotment_no", kind: "BudgetAllotment" },
      allotmentNo,
    );
    const { rows } = (await stack.databases["funds"]!.raw(
      `select a.id, p.account, p.kind, sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end)::bigint as fen
       from allocations a join postings p on p.allocation_id = a.id where a.allotment_no = ?
       group by a.id, p.account, p.kind order by a.id, p.account, p.kind`,
      [allotmentNo],
    )) as { rows: object[] };
    return { ...(record as object), movements: rows };
  },
};
