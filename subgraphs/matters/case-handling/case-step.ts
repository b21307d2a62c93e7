/** One step of a case: locked, decided by the machine, its content changed with it. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { CaseContent, SpecialProcedure } from "../service-case/service-case.js";
import { SERVICE_CASES } from "../service-case/service-case.rows.js";
import type { CaseEvent, CaseGuardFacts, CaseState } from "../service-case/service-case.state.js";
import { STORED_CASE, type StoredCaseV3 } from "../service-case/service-case.stored.js";
import type { CaseStepInput } from "./case-handling.input.js";
import { WRITTEN_CASE } from "./case-handling.policy.js";
import { withStep } from "./case-content.js";
import { commitmentFacts } from "./case-commitment.js";
import { promiseFacts } from "./case-materials.js";
import { listProcedures } from "./case-handling.repository.js";
import { procedureFacts } from "./procedure-facts.js";

/** What a step does beside the change of state. */
export interface CaseStepAsked {
  readonly event: CaseEvent;
  /** What the step makes true of what the guards look at: what the input says, or what follows from how the case stands. */
  readonly facts?:
    CaseFacts | ((now: CaseGuardFacts, after: CaseContent, at: LockedCase) => CaseFacts | Promise<CaseFacts>);
  /** Columns that it fills. */
  readonly set?: CaseColumns | ((content: CaseContent) => CaseColumns);
  /** Name of the step of handling that begins; the one before ends. */
  readonly begins?: string;
  readonly content?: (content: CaseContent, at: LockedCase) => CaseContent | Promise<CaseContent>;
  readonly reason?: string | undefined;
  /** What is written beside the case once the step is taken, in the same transaction. */
  readonly beside?: (trx: WriteTransaction, caseNo: string, taken: StepTaken<CaseState>) => Promise<void>;
}

/** The case that was locked, for what looks at more of it than its content. */
export interface LockedCase {
  readonly trx: WriteTransaction;
  readonly caseNo: string;
  readonly matterId: string;
  readonly matterVersion: number;
  /** Hash of a person or credit code of a body: whose case it is. */
  readonly subject: string;
}

type CaseFacts = Partial<CaseGuardFacts>;
type CaseColumns = Partial<NewOf<typeof SERVICE_CASES>>;

/** What guards look at of a case as it stands: what its rows say, without what an input adds. */
const factsOfCase = (
  { acceptance_no, notice_on }: { readonly acceptance_no: string | null; readonly notice_on: string | null },
  procedures: readonly Pick<SpecialProcedure, "kind" | "to">[],
): CaseGuardFacts => ({
  ...(acceptance_no === null ? {} : { acceptanceNo: acceptance_no }),
  ...procedureFacts(procedures),
  notices: notice_on === null ? 0 : 1,
});

/** Takes the step in the transaction. Throws what `lockRecord` and `takeStep` throw. */
export const takeCaseStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { caseNo, expectedVersion }: Pick<CaseStepInput, "caseNo" | "expectedVersion">,
  inputHash: string,
  { event, facts = {}, set = {}, begins, content = (same) => same, reason, beside }: CaseStepAsked,
): Promise<StepTaken<CaseState>> => {
  const row = await lockRecord(trx, WRITTEN_CASE, dependencies, { key: caseNo, expectedVersion });
  const today = localDateOf(dependencies.asOf);
  const procedures = await listProcedures(trx, caseNo);
  const before = STORED_CASE.read(row["content"] as StoredCaseV3);
  const at = {
    ...{ trx, caseNo, matterId: String(row["matter_id"]), matterVersion: Number(row["matter_version"]) },
    subject: String(row["subject"]),
  };
  const after = await content(withStep(before, { name: begins, today }), at);
  const now = { ...factsOfCase(row as never, procedures), ...promiseFacts(before), ...commitmentFacts(before) };
  const taken = await takeStep(trx, WRITTEN_CASE, dependencies, {
    row,
    event,
    facts: { ...now, ...(typeof facts === "function" ? await facts(now, after, at) : facts) },
    set: toSet(SERVICE_CASES, {
      ...(typeof set === "function" ? set(before) : set),
      content: STORED_CASE.write(after),
    }),
    reason,
    inputHash,
  });
  await beside?.(trx, caseNo, taken);
  return taken;
};
