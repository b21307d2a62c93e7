/** The machine of a matter's draft, as tests drive it: officer-1 begins it, another officer and the publisher of the agency review it; of every fifth the matter changed meanwhile. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  PUBLISHING,
  type EditorialEvent,
  type EditorialGuardFacts,
  type EditorialStatus,
} from "../../../subgraphs/matters/matter/matter.machine.js";
import { draftAfter } from "../verbs/matters.js";
import { VIEWERS } from "../viewers.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

/** Another officer of officer-1's agency. */
export const OTHER_OFFICER = { ...VIEWERS["officer-1"], username: "officer-1b" };

/** What guards look at, and who wrote of the draft. */
interface Facts extends EditorialGuardFacts {
  readonly authors: readonly string[];
}

const BOTH: readonly Actor[] = ["OFFICER", "PUBLISHER"];

const says = (input: object, said: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now, { viewer }) => ({ ...now, ...said, isAuthor: now.authors.includes(viewer) }),
  stays: ({ reasons: _reasons, ...asked }) => asked,
});

/** An edit makes an author of whoever does it. */
const edits = (complaintPhone: string, errors: readonly string[]): Wording<Facts> => ({
  ...says({ changes: { complaintPhone } }, { errors }),
  stays: (asked, { viewer }) => ({ ...asked, authors: [...new Set([...asked.authors, viewer])] }),
});

const INPUTS: Partial<Record<EditorialEvent, string>> = {
  ...{ REJECT: "ReasonedMatterDraftInput", WITHDRAW: "ReasonedMatterDraftInput" },
  ...{ FINISH: "GatedMatterDraftInput", APPROVE: "GatedMatterDraftInput", PUBLISH: "GatedMatterDraftInput" },
};

const verb = (
  by: Actor | readonly Actor[],
  event: EditorialEvent,
  name: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<EditorialEvent, Facts> => ({
  ...{ verb: name, event, by },
  input: INPUTS[event] ?? "MatterDraftStepInput",
  wordings: wordings.length > 0 ? wordings : [says({})],
});

const reasoned = [says({ reasons: "依据已经失效" }, { reasons: "依据已经失效" }), says({})];

/** Drafts of matters. */
export const DRAFTS: ModelledMachine<EditorialStatus, EditorialEvent, Facts> = {
  machine: PUBLISHING,
  selects: "object: matterDraft { key: id state version }",
  keyInput: "draftId",
  viewers: {
    "officer-1": { may: BOTH, plays: ["OFFICER"], knows: () => true },
    [OTHER_OFFICER.username]: { may: BOTH, plays: ["OFFICER"], knows: () => true },
    "publisher-1": { may: BOTH, plays: ["PUBLISHER"], knows: () => true },
    "officer-2": { may: BOTH, plays: [], knows: () => false },
    "supervisor-1": { may: [], plays: [], knows: () => true },
    "citizen-1": { may: [], plays: [], knows: () => false },
  },
  verbs: [
    {
      ...verb(
        "OFFICER",
        "REVISE",
        "editMatterDraft",
        edits("0433-2512347", []),
        edits("0433-2512345", ["PHONES_EQUAL"]),
      ),
      input: "EditMatterDraftInput",
    },
    verb("OFFICER", "FINISH", "finishMatterDraft"),
    verb("OFFICER", "SUBMIT", "submitMatterDraft"),
    verb(BOTH, "APPROVE", "approveMatterDraft"),
    verb(BOTH, "REJECT", "rejectMatterDraft", ...reasoned),
    verb("PUBLISHER", "PUBLISH", "publishMatterDraft"),
    verb("OFFICER", "WITHDRAW", "withdrawMatterDraft", ...reasoned),
  ],
  async begin(stack, number) {
    const { draftId, matterId } = await draftAfter(stack);
    if (number % 5 === 0)
      await stack.databases["matters"]!("service_matters").where("id", matterId).increment("version", 1);
    return draftId;
  },
  facts: (number) => ({ errors: [], isAuthor: false, isCurrent: number % 5 !== 0, authors: ["officer-1"] }),
  stored: (stack, id) =>
    rowWithJournal(stack, { service: "matters", table: "matter_drafts", key: "id", kind: "MatterDraft" }, id),
};
