/** Verbs of allotments: of one that officer-1's agency issued, which stands for a finance department, and officer-2's received. */
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";

const ISSUER = "11990101MB9000015E";
const RECEIVER = "12990101MB90000236";

/** Classification of an allotment of this year. */
export const TERMS = {
  fiscalYear: 2026,
  budgetCategory: "GENERAL",
  direct: "NOT_DIRECT",
  functionCode: "2130504",
  central: false,
} as const;

const STEPS = {
  issueAllotment: ["finance-3", "AllotmentStepInput", {}],
  receiveAllotment: ["finance-3", "AllotmentStepInput", {}],
  assignAllotment: ["finance-3", "AssignAllotmentInput", { amount: "10.00", organization: RECEIVER }],
  addToAllotment: ["finance-3", "MoveAllotmentInput", { amount: "10.00", reasons: "追加" }],
  reclaimAllotment: ["finance-3", "MoveAllotmentInput", { amount: "10.00", reasons: "结余" }],
  carryOverAllotment: ["finance-3", "AllotmentStepInput", {}],
  closeAllotment: ["finance-3", "AllotmentStepInput", {}],
} as const;

/** A step of an allotment. */
export type AllotmentStepName = keyof typeof STEPS;

let drafted = 0;

/** A document number that no test had before. */
export const newNumber = (): string => `试财指〔2026〕${++drafted}号`;

/** Does a verb of an allotment as finance-3, or as somebody else. Throws where it is refused. */
export const actOnAllotment = async (
  stack: TestStack,
  name: AllotmentStepName | "draftAllotment",
  input: object,
  viewer: string = "finance-3",
): Promise<{ allotmentNo: string; version: number; state: string }> => {
  const [, type, more] = name === "draftAllotment" ? ["", "DraftAllotmentInput", {}] : STEPS[name];
  const { body } = await stack.ask(
    `mutation ($input: ${type}!) { done: ${name}(input: $input) { allotment { allotmentNo version state } } }`,
    { viewer, variables: { input: { ...more, ...input } } },
  );
  if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.done.allotment;
};

/** An allotment of 100 yuan of a county's own money that went through these steps. */
export const allotmentAfter = async (
  stack: TestStack,
  ...steps: AllotmentStepName[]
): Promise<{ allotmentNo: string; version: number }> => {
  let at = await actOnAllotment(stack, "draftAllotment", {
    ...{ allotmentNo: newNumber(), fundName: "试验资金", amount: "100.00", terms: TERMS },
  });
  for (const step of steps)
    at = await actOnAllotment(stack, step, { allotmentNo: at.allotmentNo, expectedVersion: at.version });
  return at;
};

/** From here on it is as if officer-1's agency had issued it and officer-2's received it, in the year before. */
const handTo = async (stack: TestStack, allotmentNo: string): Promise<void> => {
  await stack.databases["funds"]!("allotments")
    .where("allotment_no", allotmentNo)
    .update({ agency_uscc: ISSUER, receiver_uscc: RECEIVER, fiscal_year: 2025 });
};

const entry = (name: AllotmentStepName, letters: string, ...before: AllotmentStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "allotment { allotmentNo }",
  async prepare(stack) {
    const { allotmentNo, version } = await allotmentAfter(stack, ...before);
    await handTo(stack, allotmentNo);
    return { ...STEPS[name][2], allotmentNo, expectedVersion: version };
  },
  letters,
});

const RECEIVED = ["issueAllotment", "receiveAllotment"] as const;

/** By officers of the department that issued it; everyone may know of it. */
const OF_ISSUER = "DDDD YRDDR DD";
/** By officers of the department that received it. */
const OF_RECEIVER = "DDDD RYDDR DD";

/** Verbs of allotments. */
export const FUNDS_VERBS: Verbs = {
  draftAllotment: {
    input: "DraftAllotmentInput",
    selects: "allotment { allotmentNo }",
    async prepare(stack) {
      await stack.databases["funds"]!("finance_departments")
        .insert({ division_code: "229999", agency_uscc: ISSUER })
        .onConflict("division_code")
        .ignore();
      return { allotmentNo: newNumber(), fundName: "试验资金", amount: "100.00", terms: TERMS };
    },
    letters: "DDDD YRDDR DD",
  },
  // A draft is known to its own agency alone.
  issueAllotment: entry("issueAllotment", "DDDD YHDDR DD"),
  receiveAllotment: entry("receiveAllotment", OF_RECEIVER, "issueAllotment"),
  assignAllotment: entry("assignAllotment", OF_RECEIVER, ...RECEIVED),
  addToAllotment: entry("addToAllotment", OF_ISSUER, ...RECEIVED),
  reclaimAllotment: entry("reclaimAllotment", OF_ISSUER, ...RECEIVED),
  carryOverAllotment: entry("carryOverAllotment", OF_RECEIVER, ...RECEIVED),
  closeAllotment: {
    ...entry("closeAllotment", OF_RECEIVER),
    async prepare(stack) {
      const { allotmentNo, version } = await allotmentAfter(stack, ...RECEIVED);
      const emptied = await actOnAllotment(stack, "reclaimAllotment", {
        ...{ allotmentNo, expectedVersion: version, amount: "100.00" },
      });
      await handTo(stack, allotmentNo);
      return { allotmentNo, expectedVersion: emptied.version };
    },
  },
};
