/** One step of a project: its row is locked, what must be there is looked up, and the machine decides. */
import { localDateOf, withoutPersons, type LocalDate } from "../../../platform/domain/index.js";
import type { Viewer } from "../../../platform/auth/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import {
  lockRecord,
  takeStep,
  type LockedRecord,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { RowOf } from "../../../platform/database/index.js";
import type { FundProjectEvent, FundProjectState } from "../fund-project/fund-project.machine.js";
import type { FundProjectGuardFacts } from "../fund-project/fund-project.guards.js";
import type { FUND_PROJECTS } from "../fund-project/fund-project.rows.js";
import { OF_OWNER } from "./project-action.js";
import type { FundProjectStepInput } from "./project-handling.input.js";
import { OF_UNIT } from "./project-handling.policy.js";
import type { Parties } from "./project-handling.repository.js";
import { WRITTEN_BY_AUTHORITY, WRITTEN_BY_OWNER } from "./written-project.js";

/** Nothing is there that a later state needs. */
const NOTHING: FundProjectGuardFacts = {
  ...{ reviewed: false, moneyAssigned: false, publicityDays: 0, publicityOver: false, accepted: false },
  ...{ publicNoticeGiven: false, performanceEvaluated: false, fileComplete: false, isParty: false },
  ...{ selfEvaluated: false, evaluationPending: false },
};

/** A project that is locked, and the day. */
export interface LockedProject {
  readonly trx: WriteTransaction;
  readonly row: LockedRecord & RowOf<typeof FUND_PROJECTS> & Parties;
  readonly today: LocalDate;
}

/** What a step does beside the change of state. */
export interface ProjectStepAsked {
  readonly event: FundProjectEvent;
  /** What is there for the step. */
  readonly facts: (project: LockedProject) => Promise<Partial<FundProjectGuardFacts>>;
  /** Columns that it fills. */
  readonly set?: (today: LocalDate) => Readonly<Record<string, unknown>>;
  readonly reason?: string;
  /** What is written beside it. */
  readonly beside?: (project: LockedProject) => Promise<void>;
}

/** True where the viewer serves the unit that carries the project out. */
export const isParty = (row: Pick<Parties, "owner_uscc">, viewer: Viewer): boolean => canRead(OF_UNIT, { viewer }, row);

/** Takes the step in the transaction. Throws what `lockRecord`, `takeStep` and the step's own facts throw. */
export const takeProjectStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { projectCode, expectedVersion }: FundProjectStepInput,
  inputHash: string,
  { event, facts, set, reason, beside }: ProjectStepAsked,
): Promise<StepTaken<FundProjectState>> => {
  const written = OF_OWNER.includes(event) ? WRITTEN_BY_OWNER : WRITTEN_BY_AUTHORITY;
  const row = await lockRecord(trx, written, dependencies, { key: projectCode, expectedVersion });
  const today = localDateOf(dependencies.asOf);
  const project: LockedProject = { trx, row: row as LockedProject["row"], today };
  const taken = await takeStep(trx, written, dependencies, {
    ...{ row, event, inputHash },
    // Everybody reads the history of a project.
    reason: withoutPersons(reason, { today }),
    facts: { ...NOTHING, ...(await facts(project)), isParty: isParty(project.row, dependencies.viewer) },
    set: set?.(today) ?? {},
  });
  await beside?.(project);
  return taken;
};
