/** The machine of bids, as tests drive it: of agent-1's firm for projects of officer-1's agency, some of which still take bids. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  BID,
  type BidEvent,
  type BidGuardFacts,
  type BidState,
} from "../../../subgraphs/intermediary/bid/bid.machine.js";
import type { TestStack } from "../stack.js";
import { AGENT_FIRM, COLUMNS, creditPass, OFFER, sealedBid, sealOf } from "../verbs/intermediary.js";
import { AGENTS, sanctionWith } from "../verbs/sanctions.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = BidGuardFacts;

/** Projects by the remainder of their numbers: some take bids, of some firms tell what they sealed, of some that is over. */
const KINDS = [
  { ...COLUMNS.noticed, reveals_until: "2026-10-12" },
  { ...COLUMNS.closed, reveals_until: "2026-09-28" },
  { ...COLUMNS.closed, reveals_until: "2026-09-27" },
] as const;

const kindOf = (number: number) => KINDS[number % KINDS.length]!;

/** Of the firm, at the stack's one moment. */
let pass = "";

const verb = (event: BidEvent, name: string, input: string, ...wordings: Wording<Facts>[]) =>
  ({ ...{ verb: name, input, event }, by: "FIRM" as Actor, wordings }) satisfies ModelledVerb<BidEvent, Facts>;

const tells = (more: object, isWhatWasSealed: boolean): Wording<Facts> => ({
  input: { ...OFFER, ...more },
  after: (now) => ({ ...now, isWhatWasSealed }),
});

/** A suspension of the firm is decided, and falls again. */
const suspend = async (stack: TestStack): Promise<void> => {
  const told = await sanctionWith(stack, AGENTS, {
    level: "SUSPENSION",
    months: 3,
    defended_on: "2026-09-22",
    defence: "-",
  });
  const { body } = await stack.ask(
    "mutation ($input: DecideSanctionInput!) { decideSanction(input: $input) { sanction { state } } }",
    { viewer: "supervisor-1", variables: { input: { ...told, docNo: "演惩〔2026〕97号", statement: "事实清楚" } } },
  );
  if (body.errors) throw new Error(JSON.stringify(body));
  await stack.databases["intermediary"]!("intermediary_sanctions").where({ id: told.id }).delete();
};

/** Bids. */
export const BIDS: ModelledMachine<BidState, BidEvent, Facts> = {
  machine: BID,
  selects: "object: bid { state version }",
  keyInput: "projectNo",
  hidesKey: true,
  viewers: {
    "agent-1": { may: ["FIRM"], plays: ["FIRM"], knows: () => true },
    "citizen-1": { may: ["FIRM"], plays: [], knows: () => false },
    "officer-1": { may: [], plays: [], knows: () => false },
    "supervisor-1": { may: [], plays: [], knows: () => false },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("REPLACE", "replaceBid", "ReplaceBidInput", {
      input: (_now, projectNo) => ({ commitment: sealOf(projectNo), creditPass: pass }),
      after: (now) => now,
    }),
    verb("WITHDRAW", "withdrawBid", "WithdrawBidInput", { input: {}, after: (now) => now }),
    verb("REVEAL", "revealBid", "RevealBidInput", tells({}, true), tells({ nonce: "e".repeat(64) }, false)),
  ],
  asides: [{ event: "EXCLUDE", by: "SUPERVISOR", does: suspend, after: (now) => now }],
  async begin(stack, number) {
    const db = stack.databases["intermediary"]!;
    await db("intermediary_sanctions").where("firm_uscc", AGENT_FIRM).delete();
    pass = await creditPass(stack);
    return (await sealedBid(stack, kindOf(number))).projectNo;
  },
  facts: (number) => {
    const { closes_on: closesAt, reveals_until: revealsUntil } = kindOf(number);
    const bidsTaken = closesAt === COLUMNS.noticed.closes_on;
    const today = "2026-09-28";
    return { today, closesAt, revealsUntil, bidsTaken, standsStill: false, hasEnvelope: true, isWhatWasSealed: false };
  },
  stored: (stack, projectNo) =>
    rowWithJournal(
      stack,
      { service: "intermediary", table: "bids", key: "id", kind: "Bid" },
      `${projectNo}:${AGENT_FIRM}`,
    ),
};
