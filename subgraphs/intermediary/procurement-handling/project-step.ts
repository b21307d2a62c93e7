/** One step of a project: locked, decided by its machine, written with its journal. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import type {
  MarketEvent,
  MarketGuardFacts,
  MarketState,
} from "../intermediary-procurement/intermediary-procurement.state.js";
import type { ProcurementStepInput } from "./procurement-handling.input.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";
import { publicWords } from "./public-words.js";
import { projectInHand, type ProjectInHand } from "./project-facts.js";

/** What a step changes. */
export interface ProjectChange {
  readonly event: MarketEvent;
  /** Who plays which part for it. @default WRITTEN_PROJECT */
  readonly written?: typeof WRITTEN_PROJECT;
  /** What it makes true of what the guards look at. */
  readonly facts?: Partial<MarketGuardFacts>;
  /** Columns that it fills. */
  readonly set?: Partial<NewOf<typeof INTERMEDIARY_PROCUREMENTS>>;
  readonly reason?: string | undefined;
  /** What is written beside the project once the step is taken, in the same transaction. */
  readonly beside?: (trx: WriteTransaction) => Promise<void>;
}

/** Takes the step in the transaction. Throws what `lockRecord`, `takeStep` and the asking throw. */
export const takeProjectStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { projectNo, expectedVersion }: Pick<ProcurementStepInput, "projectNo" | "expectedVersion">,
  inputHash: string,
  asked: (inHand: ProjectInHand) => ProjectChange,
): Promise<StepTaken<MarketState>> => {
  const row = await lockRecord(trx, WRITTEN_PROJECT, dependencies, { key: projectNo, expectedVersion });
  const inHand = await projectInHand(trx, row, dependencies);
  const { event, written = WRITTEN_PROJECT, facts = {}, set = {}, reason, beside } = asked(inHand);
  const taken = await takeStep(trx, written, dependencies, {
    row,
    event,
    facts: { ...inHand.facts, ...facts },
    set: toSet(INTERMEDIARY_PROCUREMENTS, publicWords(set, localDateOf(dependencies.asOf))),
    reason,
    inputHash,
  });
  await beside?.(trx);
  return taken;
};
