/** Writes of commitments for one request: each verb is a step of the machine, answered with the commitment as it is then. */
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { actingAgency, openingStep, runWrite, type RecordedTransition } from "../../../platform/write/index.js";
import { Fulfilment } from "../commitment/commitment.machine.js";
import { findCommitments } from "../commitment/commitment.repository.js";
import { COMMITMENTS } from "../commitment/commitment.rows.js";
import type { CreditCommitment } from "../commitment/commitment.type.js";
import type { CreditServices } from "../context.js";
import { createRecordWrites, type StepOf } from "../record/record-writes.js";
import { allowedCommitmentActions } from "./commitment-allowed.js";
import { commitmentFacts } from "./commitment-facts.js";
import { CommitmentFinding, type CommitmentAction } from "./commitment-handling.enums.js";
import type { MakeCommitmentInput, ReopenCommitmentInput, VerifyCommitmentInput } from "./commitment-handling.input.js";
import type { CommitmentPayload } from "./commitment-handling.type.js";
import { insertCommitment } from "./commitment-handling.repository.js";
import { newCommitment } from "./new-commitment.js";
import { WRITTEN_COMMITMENT } from "./written-commitment.js";

/** Writes of commitments. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface CommitmentHandlingService {
  make(input: MakeCommitmentInput): Promise<CommitmentPayload>;
  verify(input: VerifyCommitmentInput): Promise<CommitmentPayload>;
  reopen(input: ReopenCommitmentInput): Promise<CommitmentPayload>;
  version(id: string): Promise<number | undefined>;
  /** What the viewer may do with the commitment now. */
  allowedActions(commitment: CreditCommitment): CommitmentAction[];
  /** What happened to the commitment, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createCommitmentHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): CommitmentHandlingService => {
  const { viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const writes = createRecordWrites(dependencies, {
    written: WRITTEN_COMMITMENT,
    table: COMMITMENTS,
    find: findCommitments,
    factsOf: commitmentFacts,
  });
  const payload = async (id: string): Promise<CommitmentPayload> => {
    const commitment = await services.commitments.findAnew(id);
    return commitment === undefined ? {} : { commitment };
  };
  const step = async (
    verb: string,
    input: ReopenCommitmentInput,
    asked: StepOf<typeof writes>,
  ): Promise<CommitmentPayload> => {
    const reasons = input.reasons ?? undefined;
    const told = { facts: reasons === undefined ? {} : { reasons }, reason: reasons };
    return payload(await writes.step(verb, input, { ...told, ...asked }));
  };
  const verified = (fulfilment: Fulfilment) => {
    const agency = actingAgency(viewer);
    return { fulfilment, verifiedOn: today, verifiedById: agency === undefined ? undefined : `CN-USCC-${agency}` };
  };
  return {
    async make(input) {
      const { key } = await runWrite(dependencies, {
        verb: "makeCommitment",
        input,
        async change(trx, inputHash) {
          const record = await newCommitment(trx, dependencies, input, today);
          await insertCommitment(trx, record);
          const basis = basisOfProcedure("COMMITMENT")();
          return openingStep(trx, WRITTEN_COMMITMENT, dependencies, {
            ...{ key: record.id, part: "SUBJECT", basis, inputHash },
          });
        },
      });
      return payload(key);
    },
    verify: (input) =>
      step(
        "verifyCommitment",
        input,
        input.finding === CommitmentFinding.BROKEN
          ? { event: "BREAK", set: verified(Fulfilment.BROKEN) }
          : { event: "KEEP", set: verified(Fulfilment.FULFILLED) },
      ),
    reopen: (input) =>
      step("reopenCommitment", input, {
        event: "REOPEN",
        set: { fulfilment: Fulfilment.PENDING, verifiedOn: undefined, verifiedById: undefined },
      }),
    version: writes.version,
    allowedActions: (commitment) => allowedCommitmentActions(commitment, viewer, today),
    history: writes.history,
  };
};
