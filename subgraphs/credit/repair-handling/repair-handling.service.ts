/** Writes of repair cases for one request: each verb is a step of the machine, answered with the case as it is then. */
import { localDateOf } from "../../../platform/domain/index.js";
import { listAttached } from "../../../platform/files/attached/index.js";
import { shownFile, type AttachedFile } from "../../../platform/files/classes/index.js";
import { createGroupLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createHistories, openingStep, runWrite, type RecordedTransition } from "../../../platform/write/index.js";
import type { CreditServices } from "../context.js";
import { findRepairing } from "../repair-case/open-repairs.repository.js";
import type { RepairCase } from "../repair-case/repair-case.type.js";
import { takeInEvidence } from "./evidence-files.js";
import { checkEvidence, newRepairCase } from "./new-repair.js";
import type { RepairAction } from "./repair-action.js";
import { allowedRepairActions } from "./repair-allowed.js";
import { RepairOutcome } from "./repair-handling.enums.js";
import type {
  ApplyForRepairInput,
  DecideRepairInput,
  FindRepairFalseInput,
  ReasonedRepairInput,
  RefuseRepairInput,
  RepairStepInput,
} from "./repair-handling.input.js";
import { insertRepairCase, nextRepairNo } from "./repair-handling.repository.js";
import type { RepairPayload } from "./repair-handling.type.js";
import { takeRepairStep, type RepairStepAsked } from "./repair-step.js";
import { lockRepaired } from "./repairable-kinds.js";
import { WRITTEN_REPAIR } from "./written-repair.js";

/** Writes of repair cases. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface RepairHandlingService {
  apply(input: ApplyForRepairInput): Promise<RepairPayload>;
  withdraw(input: ReasonedRepairInput): Promise<RepairPayload>;
  accept(input: RepairStepInput): Promise<RepairPayload>;
  refuse(input: RefuseRepairInput): Promise<RepairPayload>;
  extend(input: ReasonedRepairInput): Promise<RepairPayload>;
  decide(input: DecideRepairInput): Promise<RepairPayload>;
  tell(input: RepairStepInput): Promise<RepairPayload>;
  findFalse(input: FindRepairFalseInput): Promise<RepairPayload>;
  revoke(input: ReasonedRepairInput): Promise<RepairPayload>;
  /** What the viewer may do with the case now. */
  allowedActions(repairCase: RepairCase): Promise<RepairAction[]>;
  /** The file of a case with that SHA-256; undefined where it holds none. */
  file(no: string, sha256: string | undefined): Promise<AttachedFile | undefined>;
  /** What happened to the case, oldest first. */
  history(no: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createRepairHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): RepairHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_REPAIR);
  const files = createGroupLoader(
    (numbers) => listAttached(db, "RepairCase", numbers),
    ({ holderKey }) => holderKey,
  );
  /** What the verb answers: the case, read as any reader would. */
  const payload = async (no: string): Promise<RepairPayload> => {
    const repairCase = await services.repairCases.findAnew(no);
    return repairCase === undefined ? {} : { repairCase };
  };
  const step = async (verb: string, input: RepairStepInput, asked: RepairStepAsked): Promise<RepairPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeRepairStep(trx, dependencies, input, inputHash, asked),
    });
    return payload(key);
  };
  const reason = ({ reasons }: ReasonedRepairInput) => ({
    facts: reasons == null ? {} : { reasons },
    reason: reasons ?? undefined,
  });
  const refusal = ({ reasons, remedy }: RefuseRepairInput): RepairStepAsked => ({
    event: "REJECT",
    facts: { ...(reasons == null ? {} : { reasons }), ...(remedy == null ? {} : { remedy }) },
    set: { decidedOn: today, decision: reasons ?? undefined, remedy: remedy ?? undefined },
    reason: reasons ?? undefined,
  });

  return {
    async apply(input) {
      checkEvidence(input.evidence);
      const { key } = await runWrite(dependencies, {
        verb: "applyForRepair",
        input,
        async change(trx, inputHash) {
          const record = await lockRepaired(trx, dependencies, input.recordId);
          const basis = record.permitApplication({
            repairRuns: (await findRepairing(trx, [input.recordId])).length > 0,
          });
          const no = await nextRepairNo(trx, String(record.row["division_code"]), today);
          const evidence = await takeInEvidence(trx, no, input.evidence, dependencies);
          await insertRepairCase(trx, { ...newRepairCase(record, { today, evidence }), no });
          return openingStep(trx, WRITTEN_REPAIR, dependencies, { key: no, part: "SUBJECT", basis, inputHash });
        },
      });
      return payload(key);
    },
    withdraw: (input) => step("withdrawRepair", input, { event: "WITHDRAW", ...reason(input) }),
    accept: (input) => step("acceptRepair", input, { event: "ACCEPT", set: { acceptedOn: today } }),
    refuse: (input) => step("refuseRepair", input, refusal(input)),
    extend: (input) => step("extendRepair", input, { event: "EXTEND", ...reason(input), set: { extended: true } }),
    decide: (input) =>
      step(
        "decideRepair",
        input,
        input.outcome === RepairOutcome.REFUSED
          ? refusal(input)
          : {
              event: "REPAIR",
              ...reason(input),
              set: { decidedOn: today, decision: input.reasons ?? "准予信用修复" },
              record: "lift",
            },
      ),
    tell: (input) => step("tellRepair", input, { event: "TELL", set: { feedbackOn: today } }),
    findFalse: (input) =>
      step("findRepairFalse", input, {
        event: "FIND_FALSE",
        facts: { ...reason(input).facts, findingNo: input.findingNo },
        set: { foundFalseOn: today, findingNo: input.findingNo },
        reason: input.reasons,
      }),
    revoke: (input) => step("revokeRepair", input, { event: "REVOKE", ...reason(input), record: "restore" }),
    async allowedActions(repairCase) {
      const record = await services.records.find(repairCase.recordKind, repairCase.recordId);
      return allowedRepairActions(repairCase, viewer, { today, record });
    },
    async file(no, sha256) {
      const found = sha256 === undefined ? undefined : (await files.load(no)).find((file) => file.sha256 === sha256);
      return found && shownFile(found, "credit");
    },
    history: (no) => histories.load(no),
  };
};
