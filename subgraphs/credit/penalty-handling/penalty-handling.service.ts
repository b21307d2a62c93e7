/** Writes of penalties for one request: each verb is a step of publicity, answered with the penalty as it is then. */
import { addDays, localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import { isStated } from "../../../platform/machine/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { checkStated, type RecordedTransition } from "../../../platform/write/index.js";
import type { CreditServices } from "../context.js";
import { findPenalties } from "../penalty/penalty.repository.js";
import { PENALTIES } from "../penalty/penalty.rows.js";
import { createRecordWrites, type StepOf } from "../record/record-writes.js";
import { findRepairing } from "../repair-case/open-repairs.repository.js";
import { allowedPenaltyActions } from "./penalty-allowed.js";
import { penaltyFacts } from "./penalty-facts.js";
import type { PenaltyAction } from "./penalty-handling.enums.js";
import type {
  PenaltyStepInput,
  RecordRevocationInput,
  ServePenaltyInput,
  ShieldPenaltyInput,
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
  shield(input: ShieldPenaltyInput): Promise<PenaltyPayload>;
  unshield(input: WithdrawPenaltyInput): Promise<PenaltyPayload>;
  version(id: string): Promise<number | undefined>;
  /** What the viewer may do with the penalty now. */
  allowedActions(id: string): Promise<PenaltyAction[]>;
  /** What happened to the penalty, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createPenaltyHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): PenaltyHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const writes = createRecordWrites(dependencies, {
    written: WRITTEN_PENALTY,
    table: PENALTIES,
    find: findPenalties,
    factsOf: penaltyFacts,
  });
  const repairing = createKeyLoader(
    (ids) => findRepairing(db, ids),
    ({ id }) => id,
  );
  const step = async (verb: string, input: PenaltyStepInput, asked: StepOf<typeof writes>): Promise<PenaltyPayload> => {
    const penalty = await services.penalties.findAnew(await writes.step(verb, input, asked));
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
      checkStated("reasons", reasons);
      return step("withdrawPenalty", input, {
        event: "WITHDRAW",
        set: { withdrawnOn: today, withdrawReason: reasons },
        reason: reasons,
      });
    },
    shield: (input) =>
      step("shieldPenalty", input, {
        event: "SHIELD",
        facts: { planCarriedOut: isStated(input.rulingNo) },
        set: { shieldedFrom: today, shieldedTo: undefined, shieldRulingNo: input.rulingNo },
        reason: input.reasons,
      }),
    unshield(input) {
      const { reasons } = input;
      checkStated("reasons", reasons);
      // The last day of the shield: it is public again today.
      return step("unshieldPenalty", input, {
        event: "UNSHIELD",
        set: { shieldedTo: addDays(today, -1) },
        reason: reasons,
      });
    },
    version: writes.version,
    async allowedActions(id) {
      const [row, open] = await Promise.all([writes.row(id), repairing.load(id)]);
      return row === undefined ? [] : allowedPenaltyActions(row, viewer, { today, repairRuns: open !== undefined });
    },
    history: writes.history,
  };
};
