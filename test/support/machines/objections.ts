/** The machine of objections, as tests drive it: to a penalty of agent-1's enterprise, which is changed meanwhile in every other case. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  OBJECTION,
  type ObjectionEvent,
  type ObjectionGuardFacts,
  type ObjectionState,
} from "../../../subgraphs/credit/objection/objection.machine.js";
import { copyOf, objectionAfter } from "../verbs/credit.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = ObjectionGuardFacts;

/** What is said is said once. */
const says = (input: object, said: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...said }),
  stays: ({ recordChanged }) => ({ recordChanged }),
});

const verb = (
  by: Actor,
  event: ObjectionEvent,
  name: string,
  input = "ObjectionStepInput",
  ...wordings: Wording<Facts>[]
): ModelledVerb<ObjectionEvent, Facts> => ({
  ...{ verb: name, input, event, by },
  wordings: wordings.length > 0 ? wordings : [says({})],
});

const REASONS = { reasons: "与决定文书一致" };

const isChanged = (number: number): boolean => number % 2 === 0;

/** Objections. */
export const OBJECTIONS: ModelledMachine<ObjectionState, ObjectionEvent, Facts> = {
  machine: OBJECTION,
  selects: "object: objection { key: no state version }",
  keyInput: "no",
  viewers: {
    "agent-1": { may: ["SUBJECT"], plays: ["SUBJECT"], knows: () => true },
    "citizen-1": { may: ["SUBJECT"], plays: [], knows: () => false },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("SUBJECT", "WITHDRAW", "withdrawObjection"),
    verb("OFFICER", "ACCEPT", "acceptObjection"),
    verb("OFFICER", "INVESTIGATE", "investigateObjection"),
    verb("OFFICER", "CORRECT", "decideObjection", "DecideObjectionInput", says({ outcome: "CORRECTED" })),
    verb(
      "OFFICER",
      "UPHOLD",
      "decideObjection",
      "DecideObjectionInput",
      says({ outcome: "UPHELD", ...REASONS }, REASONS),
      says({ outcome: "UPHELD", reasons: " " }, { reasons: " " }),
    ),
    verb("OFFICER", "NOTIFY", "notifyObjector"),
  ],
  async begin(stack, number) {
    const record = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const { no } = await objectionAfter(stack, record);
    if (isChanged(number))
      await stack.databases["credit"]!("penalties").where("id", record).update({ violation_type: "更正后的违法行为" });
    return no;
  },
  facts: (number) => ({ recordChanged: isChanged(number) }),
  stored: (stack, no) =>
    rowWithJournal(stack, { service: "credit", table: "objections", key: "no", kind: "Objection" }, no),
};
