/** The machine of a budget or final accounts, as tests drive it: of officer-1's agency, whose publisher is publisher-1; every third has tables that disagree. */
import {
  BUDGET_PUBLISHING,
  type DisclosureEvent,
  type DisclosureFacts,
  DisclosureState,
} from "../../../subgraphs/funds/budget-publishing/budget-publishing.machine.js";
import { newDisclosure } from "../verbs/funds.js";
import type { ModelledMachine } from "./model.js";
import { rowWithJournal } from "./stored.js";

const disagrees = (number: number): boolean => number % 3 === 0;

const BOTH = ["OFFICER", "PUBLISHER"] as const;

/** Budgets and final accounts. */
export const BUDGETS: ModelledMachine<DisclosureState, DisclosureEvent, DisclosureFacts> = {
  machine: BUDGET_PUBLISHING,
  selects: "object: disclosure { key: id state version }",
  keyInput: "id",
  viewers: {
    "publisher-1": { may: BOTH, plays: ["PUBLISHER"], knows: () => true },
    "officer-1": { may: BOTH, plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: BOTH, plays: [], knows: (state) => state === DisclosureState.PUBLISHED },
    "citizen-1": { may: [], plays: [], knows: (state) => state === DisclosureState.PUBLISHED },
  },
  verbs: [
    {
      ...{ verb: "publishBudgetDisclosure", input: "PublishBudgetInput", event: "PUBLISH", by: "PUBLISHER" },
      wordings: [{ input: {}, after: (now) => now }],
    },
  ],
  async begin(stack, number) {
    const id = await newDisclosure(stack);
    const lines = stack.databases["funds"]!("budget_table_lines").where("disclosure_id", id);
    if (disagrees(number)) await lines.where({ table_no: 1, line_no: 1 }).increment("amount_fen", 1);
    return id;
  },
  facts: (number) => ({ disagreements: disagrees(number) ? ["1"] : [], paragraphs: 1 }),
  stored: (stack, id) =>
    rowWithJournal(stack, { service: "funds", table: "budget_disclosures", key: "id", kind: "BudgetDisclosure" }, id),
};
