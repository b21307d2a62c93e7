/** The machine of applications to enter the market, as tests drive it: of agent-1's firm, checked by officer-1's agency. */
import {
  ENTRY,
  type EntryApplicationState,
  type EntryEvent,
  type EntryGuardFacts,
} from "../../../subgraphs/intermediary/market-entry/market-entry.machine.js";
import { applicationWith } from "../verbs/entries.js";
import { AGENT_FIRM } from "../verbs/intermediary.js";
import type { ModelledMachine } from "./model.js";
import { rowWithJournal } from "./stored.js";

const TODAY = "2026-09-28";

/** Last days of the one qualification, by the remainder of the application's number; absent for one without an end. */
const VALID_TO = [undefined, TODAY, "2026-09-27"] as const;

const validTo = (number: number): string | undefined => VALID_TO[number % VALID_TO.length];

/** Applications. */
export const ENTRIES: ModelledMachine<EntryApplicationState, EntryEvent, EntryGuardFacts> = {
  machine: ENTRY,
  selects: "object: application { key: no state version }",
  keyInput: "no",
  viewers: {
    "agent-1": { may: ["FIRM"], plays: ["FIRM"], knows: () => true },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    "supervisor-1": { may: [], plays: [], knows: () => true },
    "citizen-1": { may: ["FIRM"], plays: [], knows: () => false },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    {
      ...{ verb: "admitIntermediary", input: "EntryStepInput", event: "ADMIT", by: "OFFICER" },
      wordings: [{ input: {}, after: (now) => now }],
    },
    {
      ...{ verb: "refuseEntry", input: "RefuseEntryInput", event: "REFUSE", by: "OFFICER" },
      wordings: ["资质不符", " "].map((reasons) => ({ input: { reasons }, after: (now) => ({ ...now, reasons }) })),
    },
    {
      ...{ verb: "withdrawEntry", input: "EntryStepInput", event: "WITHDRAW", by: "FIRM" },
      wordings: [{ input: {}, after: (now) => now }],
    },
  ],
  async begin(stack, number) {
    const db = stack.databases["intermediary"]!;
    await db("intermediary_sanctions").where({ firm_uscc: AGENT_FIRM, level: "REMOVAL" }).delete();
    const last = validTo(number);
    const kept = { v: 1, name: "检验检测机构资质认定证书", ...(last === undefined ? {} : { validTo: last }) };
    return (await applicationWith(stack, { qualifications: JSON.stringify([kept]) })).no;
  },
  facts: (number) => ({ today: TODAY, validTo: [validTo(number)], related: false, removed: false }),
  stored: (stack, no) =>
    rowWithJournal(
      stack,
      { service: "intermediary", table: "entry_applications", key: "no", kind: "EntryApplication" },
      no,
    ),
};
