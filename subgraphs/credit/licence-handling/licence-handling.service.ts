/** Writes of licences for one request: each verb is a step of publicity, answered with the licence as it is then. */
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { checkStated, type RecordedTransition } from "../../../platform/write/index.js";
import type { CreditServices } from "../context.js";
import { findLicences } from "../licence/licence.repository.js";
import { LICENCES } from "../licence/licence.rows.js";
import { createRecordWrites, type StepOf } from "../record/record-writes.js";
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

/** Creates the service for one request. */
export const createLicenceHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): LicenceHandlingService => {
  const { viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const writes = createRecordWrites(dependencies, {
    written: WRITTEN_LICENCE,
    table: LICENCES,
    find: (from, ids) => findLicences(from, "id", ids),
    factsOf: (row, _today, also) => licenceFacts(row, also),
  });
  const step = async (verb: string, input: LicenceStepInput, asked: StepOf<typeof writes>): Promise<LicencePayload> => {
    const licence = await services.licences.findAnew(await writes.step(verb, input, asked));
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
      checkStated("reasons", reasons);
      return step("withdrawLicence", input, {
        event: "WITHDRAW",
        set: { withdrawnOn: today, withdrawReason: reasons },
        reason: reasons,
      });
    },
    version: writes.version,
    async allowedActions(id) {
      const row = await writes.row(id);
      return row === undefined ? [] : allowedLicenceActions(row, viewer, today);
    },
    history: writes.history,
  };
};
