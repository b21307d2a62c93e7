/** The machine of repair, as tests drive it: of a penalty of agent-1's enterprise that officer-1's agency made. */
import type { Actor } from "../../../platform/machine/index.js";
import { EvidenceKind } from "../../../subgraphs/credit/repair-case/repair-case.enums.js";
import {
  REPAIR,
  type RepairEvent,
  type RepairGuardFacts,
  type RepairState,
} from "../../../subgraphs/credit/repair-case/repair-case.machine.js";
import { copyOf, repairAfter } from "../verbs/credit.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = RepairGuardFacts;

/** What is said is said once: it does not stay with the case. */
const says = (input: object, said: Partial<Facts> = {}, stays: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...said }),
  stays: ({ reasons: _reasons, remedy: _remedy, ...asked }) => ({ ...asked, ...stays }),
});

const verb = (
  by: Actor,
  event: RepairEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<RepairEvent, Facts> => ({
  ...{ verb: name, input, event, by },
  wordings: wordings.length > 0 ? wordings : [says({})],
});

const REASONS = { reasons: "未履行义务" };
const REMEDY = { remedy: "可申请行政复议" };
const AUTHORITY = "11990101MB9000015E";
const FINDING = { findingNo: "演信核〔2026〕1号" };

/** Repairs. */
export const REPAIRS: ModelledMachine<RepairState, RepairEvent, Facts> = {
  machine: REPAIR,
  selects: "object: repairCase { key: no state version }",
  keyInput: "no",
  viewers: {
    "agent-1": { may: ["SUBJECT"], plays: ["SUBJECT"], knows: () => true },
    "citizen-1": { may: ["SUBJECT"], plays: [], knows: () => false },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("SUBJECT", "WITHDRAW", "withdrawRepair", "ReasonedRepairInput"),
    verb("OFFICER", "ACCEPT", "acceptRepair", "RepairStepInput"),
    verb(
      "OFFICER",
      "REJECT",
      "refuseRepair",
      "RefuseRepairInput",
      says({ ...REASONS, ...REMEDY }, { ...REASONS, ...REMEDY }),
      says(REASONS, REASONS),
      says(REMEDY, REMEDY),
    ),
    verb("OFFICER", "EXTEND", "extendRepair", "ReasonedRepairInput", says(REASONS, REASONS, { extended: true })),
    verb("OFFICER", "REPAIR", "decideRepair", "DecideRepairInput", says({ outcome: "REPAIRED" })),
    verb(
      "OFFICER",
      "REJECT",
      "decideRepair",
      "DecideRepairInput",
      says({ outcome: "REFUSED", ...REASONS, ...REMEDY }, { ...REASONS, ...REMEDY }),
      says({ outcome: "REFUSED", ...REASONS }, REASONS),
    ),
    verb("OFFICER", "TELL", "tellRepair", "RepairStepInput", says({}, {}, { told: true })),
    verb(
      "OFFICER",
      "FIND_FALSE",
      "findRepairFalse",
      "FindRepairFalseInput",
      says({ ...REASONS, ...FINDING }, { ...REASONS, ...FINDING }),
      says({ ...REASONS, findingNo: " " }, { ...REASONS, findingNo: " " }),
    ),
    verb("OFFICER", "REVOKE", "revokeRepair", "ReasonedRepairInput"),
  ],
  begin: async (stack) =>
    (await repairAfter(stack, await copyOf(stack, "penalties", "CF-GOLDEN-1", { version: 1 }))).no,
  facts: () => ({
    ...{ today: "2026-09-28", repairEligibleOn: "2026-08-06" },
    evidence: [EvidenceKind.PERFORMANCE_PROOF, EvidenceKind.COMMITMENT_LETTER],
    ...{ findingAuthority: AUTHORITY, decidingAuthority: AUTHORITY, extended: false, told: false },
  }),
  stored: (stack, no) =>
    rowWithJournal(stack, { service: "credit", table: "repair_cases", key: "no", kind: "RepairCase" }, no),
};
