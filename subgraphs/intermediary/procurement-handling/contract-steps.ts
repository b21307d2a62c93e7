/** What the steps from the selection on change: publicity, contract, work, result, evaluation and other ends. Pure but for what is written beside. */
import { workdaysBetween, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { settleObjections } from "../procurement-objection/procurement-objection.repository.js";
import { isHash } from "../sealed-bid/envelope.js";
import type {
  DeliverProcuredServiceInput,
  EvaluateProcuredServiceInput,
  ReasonedProcurementInput,
  ReplyToEvaluationInput,
  SignProcurementContractInput,
} from "./procurement-handling.input.js";
import { insertEngagement } from "./procurement-handling.repository.js";
import type { ProjectInHand } from "./project-facts.js";
import type { ProjectChange } from "./project-step.js";

/** The contract. Throws BAD_USER_INPUT for an amount that is not above zero and a day that is past. */
export const sign = ({ contractNo, amount, dueOn }: SignProcurementContractInput, today: LocalDate): ProjectChange => {
  if (amount <= 0n) throw badInput("amount", "MIN", "A contract's amount is above zero.");
  if (dueOn < today) throw badInput("dueOn", "DATE", "A result is not due before its contract.");
  return {
    event: "SIGN",
    facts: { contractNo, contractFen: amount },
    set: { contractNo, contractAmount: amount, signedAt: today, dueAt: dueOn },
  };
};

/** No contract came in its limit, which is over: time ends the project, and another one begins with its own notice. */
export const lapse = (): ProjectChange => ({ event: "LAPSE", set: { stateReason: "逾期未签订合同" } });

/** The result. Throws BAD_USER_INPUT for what is no hash. */
export const deliver = ({ fileHash }: DeliverProcuredServiceInput, today: LocalDate): ProjectChange => {
  if (fileHash !== "" && !isHash(fileHash))
    throw badInput("fileHash", "HASH", "A hash has 64 lower-case hexadecimal digits.");
  return {
    event: "DELIVER",
    facts: { deliverableHash: fileHash },
    set: { deliveredAt: today, deliverableHash: fileHash },
  };
};

/** Acceptance: the engagement is finished, and counts for the intermediary's figures. */
export const accept = ({ project }: ProjectInHand, today: LocalDate): ProjectChange => {
  const { selectedId, serviceCode, signedAt, deliveredAt, dueAt, contractAmount, projectNo } = project;
  return {
    event: "ACCEPT",
    set: { acceptedAt: today },
    async beside(trx) {
      const [signed, delivered] = [signedAt!, deliveredAt!];
      await insertEngagement(trx, {
        intermediaryId: selectedId!,
        serviceCode,
        workingDays: workdaysBetween(signed, delivered) ?? 0,
        promisedDays: workdaysBetween(signed, dueAt ?? delivered) ?? 0,
        price: contractAmount!,
        completedOn: today,
        projectNo,
      });
    },
  };
};

/** Evaluation. */
export const evaluate = (
  { timeliness, quality, price, attitude, compliance }: EvaluateProcuredServiceInput,
  today: LocalDate,
): ProjectChange => {
  const stars = [timeliness, quality, price, attitude, compliance];
  return { event: "EVALUATE", facts: { stars }, set: { stars, evaluatedAt: today } };
};

/** The intermediary's reply. */
export const reply = ({ reply: said }: ReplyToEvaluationInput, today: LocalDate): ProjectChange => ({
  event: "REPLY",
  facts: { reply: said },
  set: { reply: said, repliedAt: today },
});

/** Cancellation. */
export const cancel = (
  { reasons }: ReasonedProcurementInput,
  { project: { projectNo } }: ProjectInHand,
  today: LocalDate,
): ProjectChange => ({
  event: "CANCEL",
  facts: reasons == null ? {} : { reasons },
  set: { stateReason: reasons ?? undefined },
  reason: reasons ?? undefined,
  // An objection that is open asked for no more.
  beside: (trx) => settleObjections(trx, projectNo, { settledOn: today, answer: reasons! }),
});
