/** Writes of penalties for one request: each verb is a step of publicity, answered with the penalty as it is then. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import { isStated } from "../../../platform/machine/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  createHistories,
  lockRecord,
  runWrite,
  takeStep,
  type LockedRecord,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { CreditServices } from "../context.js";
import type { PublicityEvent, PublicityGuardFacts } from "../penalty/publicity.state.js";
import { findPenalties } from "../penalty/penalty.repository.js";
import type { PenaltyRow } from "../penalty/penalty.js";
import { PENALTIES } from "../penalty/penalty.rows.js";
import { findRepairing } from "../repair-case/open-repairs.repository.js";
import { allowedPenaltyActions } from "./penalty-allowed.js";
import { penaltyFacts } from "./penalty-facts.js";
import type { PenaltyAction } from "./penalty-handling.enums.js";
import type {
  PenaltyStepInput,
  RecordRevocationInput,
  ServePenaltyInput,
  WithdrawPenaltyInput,
} from "./penalty-handling.input.js";
import type { PenaltyPayload } from "./penalty-handling.type.js";
import { WRITTEN_PENALTY } from "./written-penalty.js";

/** Writes of penalties. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface PenaltyHandlingService {
  serve(input: ServePenaltyInput): Promise<PenaltyPayload>;
  publish(input: PenaltyStepInput): Promise<PenaltyPayload>;
  recordRevocation(input: RecordRevocationInput): Promise<PenaltyPayload>;
  withdraw(input: WithdrawPenaltyInput): Promise<PenaltyPayload>;
  version(id: string): Promise<number | undefined>;
  /** What the viewer may do with the penalty now. */
  allowedActions(id: string): Promise<PenaltyAction[]>;
  /** What happened to the penalty, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

interface StepAsked {
  readonly event: PublicityEvent;
  readonly set: Partial<NewOf<typeof PENALTIES>>;
  readonly facts?: Partial<PublicityGuardFacts>;
  readonly reason?: string | undefined;
}

/** Creates the service for one request. */
export const createPenaltyHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): PenaltyHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_PENALTY);
  const rows = createKeyLoader(
    async (ids) => (await findPenalties(db, ids)) as (PenaltyRow & LockedRecord)[],
    ({ id }) => id,
  );
  const repairing = createKeyLoader(
    (ids) => findRepairing(db, ids),
    ({ id }) => id,
  );
  const step = async (verb: string, input: PenaltyStepInput, asked: StepAsked): Promise<PenaltyPayload> => {
    const { event, set, facts, reason } = asked;
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      async change(trx, inputHash) {
        const { id, expectedVersion } = input;
        const row = await lockRecord(trx, WRITTEN_PENALTY, dependencies, { key: id, expectedVersion });
        return takeStep(trx, WRITTEN_PENALTY, dependencies, {
          ...{ row, event, reason, inputHash },
          facts: penaltyFacts(row as unknown as PenaltyRow, today, facts),
          set: toSet(PENALTIES, set),
        });
      },
    });
    rows.clear(key);
    const penalty = await services.penalties.findAnew(key);
    return penalty === undefined ? {} : { penalty };
  };
  return {
    serve: (input) =>
      step("servePenalty", input, {
        event: "SERVE",
        facts: { servedOn: input.servedOn },
        set: { repairNoticeOn: input.servedOn },
      }),
    publish: (input) =>
      step("publishPenalty", input, { event: "PUBLISH", set: { publicFrom: today, publicationDayKnown: true } }),
    recordRevocation: (input) =>
      step("recordRevocation", input, {
        event: "REVOKE_DECISION",
        facts: { revocationNo: input.revocationNo, reasons: input.reasons },
        set: { revokedOn: today, revocationNo: input.revocationNo },
        reason: input.reasons,
      }),
    withdraw(input) {
      const { reasons } = input;
      if (!isStated(reasons)) throw badInput("reasons", "STATED", "reasons say something.");
      return step("withdrawPenalty", input, {
        event: "WITHDRAW",
        set: { withdrawnOn: today, withdrawReason: reasons },
        reason: reasons,
      });
    },
    version: async (id) => (await rows.load(id))?.version,
    async allowedActions(id) {
      const [row, open] = await Promise.all([rows.load(id), repairing.load(id)]);
      return row === undefined ? [] : allowedPenaltyActions(row, viewer, { today, repairRuns: open !== undefined });
    },
    history: (id) => histories.load(id),
  };
};
