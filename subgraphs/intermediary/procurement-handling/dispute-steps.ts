/** What the steps into a dispute and out of it change, with what is kept beside the project of who filed what and how it was answered. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { MarketState, type MarketEvent } from "../intermediary-procurement/intermediary-procurement.state.js";
import { STORED_SUSPENSION } from "../intermediary-procurement/intermediary-procurement.stored.js";
import { insertObjection, settleObjections } from "../procurement-objection/procurement-objection.repository.js";
import type { ReasonedProcurementInput } from "./procurement-handling.input.js";
import { OBJECTED_PROJECT } from "./procurement-handling.policy.js";
import type { ProjectInHand } from "./project-facts.js";
import type { ProjectChange } from "./project-step.js";

/** Who takes the step, and when. */
export interface Acting {
  readonly today: LocalDate;
  /** Credit code of the body or agency that the viewer acts for. */
  readonly uscc: string | undefined;
}

/** What everybody reads of why it stands still: that it was filed, never what a firm says of another. */
const TOLD = { OBJECT: "参与机构对选定结果提出异议", DISPUTE: "合同当事人提出争议" } as const;

const filed = (
  event: keyof typeof TOLD,
  { reasons }: ReasonedProcurementInput,
  { project: { projectNo, state } }: ProjectInHand,
  { today, uscc }: Acting,
): ProjectChange => ({
  event,
  facts: reasons == null ? {} : { reasons },
  set: { disputedAt: today, disputedFrom: state, stateReason: TOLD[event] },
  reason: reasons ?? undefined,
  beside: (trx) => insertObjection(trx, { projectNo, firmUscc: uscc!, reasons: reasons!, filedOn: today }),
});

/** A firm objects to the selection. */
export const object = (input: ReasonedProcurementInput, inHand: ProjectInHand, acting: Acting): ProjectChange => ({
  ...filed("OBJECT", input, inHand, acting),
  written: OBJECTED_PROJECT,
});

/** A party disputes the contract. */
export const dispute = (input: ReasonedProcurementInput, inHand: ProjectInHand, acting: Acting): ProjectChange =>
  filed("DISPUTE", input, inHand, acting);

const answered = (
  event: MarketEvent,
  { reasons }: ReasonedProcurementInput,
  { project: { projectNo } }: ProjectInHand,
  { today }: Acting,
): ProjectChange => ({
  event,
  facts: reasons == null ? {} : { reasons },
  reason: reasons ?? undefined,
  beside: (trx) => settleObjections(trx, projectNo, { settledOn: today, answer: reasons! }),
});

/** The dispute is over. The clock of a contract that is not signed stood still meanwhile: everybody reads the span, with the answer. */
const over = (
  { reasons }: ReasonedProcurementInput,
  { project }: ProjectInHand,
  today: LocalDate,
): NonNullable<ProjectChange["set"]> => {
  const { disputedAt, signedAt, suspensions } = project;
  const stoodStill = disputedAt !== undefined && signedAt === undefined;
  return {
    ...{ disputedAt: undefined, disputedFrom: undefined, stateReason: undefined },
    ...(stoodStill
      ? {
          suspensions: [
            ...suspensions,
            STORED_SUSPENSION.write({ from: disputedAt, to: today, reason: reasons ?? undefined } as never),
          ],
        }
      : {}),
  };
};

/** The objection is rejected: publicity begins once more from the selection. */
export const reject = (input: ReasonedProcurementInput, inHand: ProjectInHand, acting: Acting): ProjectChange => ({
  ...answered("REJECT_OBJECTION", input, inHand, acting),
  set: over(input, inHand, acting.today),
});

/** The objection is upheld: the selection is void, and everybody reads why. */
export const uphold = (input: ReasonedProcurementInput, inHand: ProjectInHand, acting: Acting): ProjectChange => ({
  ...answered("UPHOLD_OBJECTION", input, inHand, acting),
  set: { stateReason: input.reasons ?? undefined },
});

/** Where a dispute of a contract ends, by the state in which it began. */
const SETTLED_AS: Readonly<Partial<Record<MarketState, MarketEvent>>> = {
  [MarketState.CONTRACTED]: "SETTLE_AS_CONTRACTED",
  [MarketState.IN_SERVICE]: "SETTLE_AS_IN_SERVICE",
  [MarketState.DELIVERED]: "SETTLE_AS_DELIVERED",
  [MarketState.ACCEPTED]: "SETTLE_AS_ACCEPTED",
};

/** The dispute of a contract is settled where it began; of an objection the machine says that there is no contract. */
export const settle = (input: ReasonedProcurementInput, inHand: ProjectInHand, acting: Acting): ProjectChange => {
  const { disputedFrom } = inHand.project;
  const event = (disputedFrom && SETTLED_AS[disputedFrom]) ?? "SETTLE_AS_CONTRACTED";
  return { ...answered(event, input, inHand, acting), set: over(input, inHand, acting.today) };
};
