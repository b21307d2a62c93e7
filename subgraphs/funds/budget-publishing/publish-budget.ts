/** Publishing a budget or final accounts: locked, its tables looked at, and public from today on. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
  type Written,
} from "../../../platform/write/index.js";
import { WHOSE_DISCLOSURE } from "../budget-disclosure/budget-disclosure.policy.js";
import { findTableLines } from "../budget-disclosure/budget-disclosure.repository.js";
import { disagreements } from "./agreements.js";
import type { PublishBudgetInput } from "./budget-publishing.input.js";
import {
  BUDGET_PUBLISHING,
  disclosureState,
  type DisclosureEvent,
  type DisclosureFacts,
  type DisclosureState,
} from "./budget-publishing.machine.js";
import { OF_UNIT } from "./budget-publishing.policy.js";

type DisclosureColumn = "published_on" | "unit_uscc" | "division_code" | "today";

/** Budgets and final accounts, as writes know them. */
export const WRITTEN_DISCLOSURE: Written<DisclosureState, DisclosureEvent, DisclosureFacts, DisclosureColumn> = {
  kind: "BudgetDisclosure",
  table: "budget_disclosures",
  key: "id",
  machine: BUDGET_PUBLISHING,
  whose: WHOSE_DISCLOSURE,
  parts: { PUBLISHER: OF_UNIT },
  stateOf: ({ published_on }: { readonly published_on: LocalDate | null }, today) =>
    disclosureState(published_on ?? undefined, today),
};

/** Publishes it. */
export const publishBudget = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { id, expectedVersion }: PublishBudgetInput,
  inputHash: string,
): Promise<StepTaken<DisclosureState>> => {
  const row = await lockRecord(trx, WRITTEN_DISCLOSURE, dependencies, { key: id, expectedVersion });
  const facts = {
    disagreements: disagreements(await findTableLines(trx, [id])),
    paragraphs: (row["narrative"] as readonly object[]).length,
  };
  const set = { published_on: localDateOf(dependencies.asOf) };
  return takeStep(trx, WRITTEN_DISCLOSURE, dependencies, { row, event: "PUBLISH", facts, set, inputHash });
};
