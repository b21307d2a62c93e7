/** Writes of objections for one request: each verb is a step of the machine, answered with the objection as it is then. */
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { listAttached } from "../../../platform/files/attached/index.js";
import { shownFile, type AttachedFile } from "../../../platform/files/classes/index.js";
import { createGroupLoader, createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  checkStated,
  createHistories,
  openingStep,
  runWrite,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { CreditServices } from "../context.js";
import { ObjectionOutcome } from "../objection/objection.enums.js";
import type { Objection } from "../objection/objection.type.js";
import { attachUpload } from "../record/attach-upload.js";
import { recordKindOf } from "../record/record-kind.repository.js";
import { newObjection } from "./new-objection.js";
import { lockObjected, permitObjection } from "./objected-record.js";
import { allowedObjectionActions } from "./objection-allowed.js";
import type { ObjectionAction } from "./objection-handling.enums.js";
import {
  MOST_FILES,
  type DecideObjectionInput,
  type ObjectionStepInput,
  type RaiseObjectionInput,
} from "./objection-handling.input.js";
import { findCorrected, insertObjection, objectionRuns } from "./objection-handling.repository.js";
import type { ObjectionPayload } from "./objection-handling.type.js";
import { takeObjectionStep, type ObjectionStepAsked } from "./objection-step.js";
import { WRITTEN_OBJECTION } from "./written-objection.js";

/** Writes of objections. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface ObjectionHandlingService {
  raise(input: RaiseObjectionInput): Promise<ObjectionPayload>;
  withdraw(input: ObjectionStepInput): Promise<ObjectionPayload>;
  accept(input: ObjectionStepInput): Promise<ObjectionPayload>;
  investigate(input: ObjectionStepInput): Promise<ObjectionPayload>;
  decide(input: DecideObjectionInput): Promise<ObjectionPayload>;
  notify(input: ObjectionStepInput): Promise<ObjectionPayload>;
  /** What the viewer may do with the objection now. */
  allowedActions(objection: Objection): Promise<ObjectionAction[]>;
  /** Files that it came with, oldest first. */
  evidence(no: string): Promise<AttachedFile[]>;
  /** What happened to the objection, oldest first. */
  history(no: string): Promise<RecordedTransition[]>;
}

const BASIS = basisOfProcedure("OBJECTION");

/** Creates the service for one request. */
export const createObjectionHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): ObjectionHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_OBJECTION);
  const files = createGroupLoader(
    (numbers) => listAttached(db, "Objection", numbers),
    ({ holderKey }) => holderKey,
  );
  const corrected = createKeyLoader(
    (numbers) => findCorrected(db, numbers),
    ({ no }) => no,
  );
  /** What the verb answers: the objection, read as any reader would. */
  const payload = async (no: string): Promise<ObjectionPayload> => {
    const objection = await services.objections.findAnew(no);
    return objection === undefined ? {} : { objection };
  };
  const step = async (
    verb: string,
    input: ObjectionStepInput,
    asked: ObjectionStepAsked,
  ): Promise<ObjectionPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeObjectionStep(trx, dependencies, input, inputHash, asked),
    });
    return payload(key);
  };

  return {
    async raise(input) {
      const { recordId: id, statement, evidence } = input;
      checkStated("statement", statement);
      if (evidence.length > MOST_FILES)
        throw badInput("evidence", "MAX", `evidence has at most ${MOST_FILES} entries.`);
      const { key } = await runWrite(dependencies, {
        verb: "raiseObjection",
        input,
        async change(trx, inputHash) {
          const kind = await recordKindOf(trx, id);
          const row = await lockObjected(trx, dependencies, { kind, id });
          const basis = BASIS();
          permitObjection(row, dependencies, { basis, open: await objectionRuns(trx, id) });
          const no = await insertObjection(trx, newObjection(row, { kind: kind!, today, statement }));
          for (const upload of evidence) await attachUpload(trx, { kind: "Objection", no }, upload, dependencies);
          return openingStep(trx, WRITTEN_OBJECTION, dependencies, { key: no, part: "SUBJECT", basis, inputHash });
        },
      });
      return payload(key);
    },
    withdraw: (input) => step("withdrawObjection", input, { event: "WITHDRAW" }),
    accept: (input) => step("acceptObjection", input, { event: "ACCEPT", set: { acceptedOn: today } }),
    investigate: (input) => step("investigateObjection", input, { event: "INVESTIGATE" }),
    decide: (input) =>
      step("decideObjection", input, {
        event: input.outcome === ObjectionOutcome.CORRECTED ? "CORRECT" : "UPHOLD",
        set: { decidedOn: today, outcome: input.outcome, decision: input.reasons ?? undefined },
        reasons: input.reasons ?? undefined,
      }),
    notify: (input) => step("notifyObjector", input, { event: "NOTIFY" }),
    async allowedActions(objection) {
      const recordChanged = (await corrected.load(objection.no)) !== undefined;
      return allowedObjectionActions(objection, viewer, { recordChanged });
    },
    evidence: async (no) => (await files.load(no)).map((file) => shownFile(file, "credit")),
    history: (no) => histories.load(no),
  };
};
