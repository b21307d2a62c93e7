/** Writes of allotments: drafted by a finance department, and each further step with the movement that it is. */
import { basisOfLimit, localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  checkStated,
  createHistories,
  openingStep,
  runWrite,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";
import { insertAllotmentRecords } from "../budget-allotment/new-allotment.repository.js";
import type { FundsServices } from "../context.js";
import type { AllotmentAction } from "./allotment-action.js";
import type {
  AllotmentStepInput,
  AssignAllotmentInput,
  DraftAllotmentInput,
  MoveAllotmentInput,
  ReasonedAllotmentInput,
  RecallAllotmentInput,
} from "./allotment-handling.input.js";
import { WRITTEN_BY_ISSUER } from "./allotment-handling.policy.js";
import type { AllotmentPayload } from "./allotment-handling.type.js";
import {
  moveAdded,
  moveAssigned,
  moveCarriedOver,
  moveIssued,
  moveRecalled,
  moveReceived,
  moveReclaimed,
} from "./allotment-moves.js";
import { findCarriedIn, takeNumber } from "./allotment-handling.repository.js";
import { checkedAmount, takeAllotmentStep, type AllotmentStepAsked } from "./allotment-step.js";
import { allowedActions } from "./allowed-actions.js";
import { draftOf } from "./new-allotment.js";
import { recipientOf } from "./recipient.js";

/** Writes of allotments. Each throws what `runWrite`, `lockRecord` and `takeStep` throw, and RULE_VIOLATION (OVERDRAWN) where money is short. */
export interface AllotmentHandlingService {
  draft(input: DraftAllotmentInput): Promise<AllotmentPayload>;
  issue(input: AllotmentStepInput): Promise<AllotmentPayload>;
  receive(input: AllotmentStepInput): Promise<AllotmentPayload>;
  assign(input: AssignAllotmentInput): Promise<AllotmentPayload>;
  add(input: MoveAllotmentInput): Promise<AllotmentPayload>;
  reclaim(input: MoveAllotmentInput): Promise<AllotmentPayload>;
  recall(input: RecallAllotmentInput): Promise<AllotmentPayload>;
  carryOver(input: AllotmentStepInput): Promise<AllotmentPayload>;
  close(input: AllotmentStepInput): Promise<AllotmentPayload>;
  reopen(input: ReasonedAllotmentInput): Promise<AllotmentPayload>;
  /** What the viewer may do with the allotment now. */
  allowedActions(allotment: BudgetAllotment): Promise<AllotmentAction[]>;
  /** What happened to the allotment, oldest first. */
  history(allotmentNo: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createAllotmentHandlingService = (
  dependencies: ServiceDependencies,
  services: FundsServices,
): AllotmentHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_BY_ISSUER);

  const carried = createKeyLoader(
    (numbers) => findCarriedIn(db, numbers),
    ({ allotmentNo }) => allotmentNo,
  );
  /** What the verb answers: the allotment, read as any reader would. */
  const payload = async (allotmentNo: string): Promise<AllotmentPayload> => {
    const found = await services.budgetAllotments.findAnew(allotmentNo);
    return found === undefined ? {} : { allotment: found };
  };
  const step = async (
    verb: string,
    input: AllotmentStepInput,
    asked: AllotmentStepAsked,
  ): Promise<AllotmentPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeAllotmentStep(trx, dependencies, input, inputHash, asked),
    });
    return payload(key);
  };

  return {
    async draft(input) {
      checkedAmount(input.amount);
      checkStated("fundName", input.fundName);
      const { key } = await runWrite(dependencies, {
        verb: "draftAllotment",
        input,
        async change(trx, inputHash) {
          const { record, above } = await draftOf(trx, dependencies, input, today);
          await takeNumber(trx, record.allotmentNo);
          await insertAllotmentRecords(trx, record, above);
          return openingStep(trx, WRITTEN_BY_ISSUER, dependencies, {
            key: record.allotmentNo,
            part: "OFFICER",
            basis: basisOfLimit("L19-GENERAL")(),
            inputHash,
          });
        },
      });
      return payload(key);
    },
    issue: (input) =>
      step("issueAllotment", input, {
        event: "ISSUE",
        set: { issued_on: today },
        move: (moving) => moveIssued(moving, dependencies),
      }),
    receive: (input) =>
      step("receiveAllotment", input, { event: "RECEIVE", set: { received_on: today }, move: moveReceived }),
    assign(input) {
      const amount = checkedAmount(input.amount);
      return step("assignAllotment", input, {
        event: "EXECUTE",
        move: async (moving) => moveAssigned(moving, await recipientOf(moving.trx, input), amount),
      });
    },
    add(input) {
      const amount = checkedAmount(input.amount);
      return step("addToAllotment", input, {
        event: "ADJUST",
        reasons: input.reasons,
        move: (moving) => moveAdded(moving, amount),
      });
    },
    reclaim(input) {
      const amount = checkedAmount(input.amount);
      return step("reclaimAllotment", input, {
        event: "RECLAIM",
        reasons: input.reasons,
        move: (moving) => moveReclaimed(moving, amount),
      });
    },
    recall(input) {
      const amount = checkedAmount(input.amount);
      return step("recallAllotment", input, {
        event: "RECALL",
        reasons: input.reasons,
        move: (moving) => moveRecalled(moving, input.allocationId, amount),
      });
    },
    carryOver: (input) => step("carryOverAllotment", input, { event: "CARRY_OVER", move: moveCarriedOver }),
    close: (input) => step("closeAllotment", input, { event: "CLOSE" }),
    reopen: (input) => step("reopenAllotment", input, { event: "REOPEN", reasons: input.reasons }),
    async allowedActions(allotment) {
      const carriedIn = (await carried.load(allotment.allotmentNo)) !== undefined;
      return allowedActions(allotment, { viewer, asOf, carriedIn });
    },
    history: (allotmentNo) => histories.load(allotmentNo),
  };
};
