/** Writes of licences for one request: each verb is a step of publicity, answered with the licence as it is then. */
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
import type { LicenceEvent, LicenceGuardFacts } from "../licence/licence.machine.js";
import { findLicences, type LicenceRow } from "../licence/licence.repository.js";
import { LICENCES } from "../licence/licence.rows.js";
import { allowedLicenceActions } from "./licence-allowed.js";
import { licenceFacts } from "./licence-facts.js";
import type { LicenceAction } from "./licence-handling.enums.js";
import type { LicenceStepInput, RecordLicenceRevocationInput, WithdrawLicenceInput } from "./licence-handling.input.js";
import type { LicencePayload } from "./licence-handling.type.js";
import { WRITTEN_LICENCE } from "./written-licence.js";

/** Writes of licences. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface LicenceHandlingService {
  publish(input: LicenceStepInput): Promise<LicencePayload>;
  recordRevocation(input: RecordLicenceRevocationInput): Promise<LicencePayload>;
  withdraw(input: WithdrawLicenceInput): Promise<LicencePayload>;
  version(id: string): Promise<number | undefined>;
  /** What the viewer may do with the licence now. */
  allowedActions(id: string): Promise<LicenceAction[]>;
  /** What happened to the licence, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

interface StepAsked {
  readonly event: LicenceEvent;
  readonly set: Partial<NewOf<typeof LICENCES>>;
  readonly facts?: Partial<LicenceGuardFacts>;
  readonly reason?: string | undefined;
}

/** Creates the service for one request. */
export const createLicenceHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): LicenceHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_LICENCE);
  const rows = createKeyLoader(
    async (ids) => (await findLicences(db, "id", ids)) as (LicenceRow & LockedRecord)[],
    ({ id }) => id,
  );
  const step = async (verb: string, input: LicenceStepInput, asked: StepAsked): Promise<LicencePayload> => {
    const { event, set, facts, reason } = asked;
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      async change(trx, inputHash) {
        const { id, expectedVersion } = input;
        const row = await lockRecord(trx, WRITTEN_LICENCE, dependencies, { key: id, expectedVersion });
        return takeStep(trx, WRITTEN_LICENCE, dependencies, {
          ...{ row, event, reason, inputHash },
          facts: licenceFacts(row as unknown as LicenceRow, facts),
          set: toSet(LICENCES, set),
        });
      },
    });
    rows.clear(key);
    const licence = await services.licences.findAnew(key);
    return licence === undefined ? {} : { licence };
  };
  return {
    publish: (input) =>
      step("publishLicence", input, { event: "PUBLISH", set: { publicFrom: today, publicationDayKnown: true } }),
    recordRevocation: (input) =>
      step("recordLicenceRevocation", input, {
        event: "REVOKE_DECISION",
        facts: { revocationNo: input.revocationNo, reasons: input.reasons },
        set: { revokedOn: today, revocationNo: input.revocationNo, revoked: true },
        reason: input.reasons,
      }),
    withdraw(input) {
      const { reasons } = input;
      if (!isStated(reasons)) throw badInput("reasons", "STATED", "reasons say something.");
      return step("withdrawLicence", input, {
        event: "WITHDRAW",
        set: { withdrawnOn: today, withdrawReason: reasons },
        reason: reasons,
      });
    },
    version: async (id) => (await rows.load(id))?.version,
    async allowedActions(id) {
      const row = await rows.load(id);
      return row === undefined ? [] : allowedLicenceActions(row, viewer, today);
    },
    history: (id) => histories.load(id),
  };
};
