/** One step of a request for information, in the transaction of the write: locked, judged by its clocks, taken. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import {
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { MOST_CONSULTATIONS } from "../disclosure-request/disclosure-request.js";
import type {
  DisclosureEvent,
  DisclosureGuardFacts,
  DisclosureState,
} from "../disclosure-request/disclosure-request.machine.js";
import { listConsultations } from "../disclosure-request/disclosure-request.repository.js";
import { DISCLOSURE_REQUESTS, type DisclosureRequestRow } from "../disclosure-request/disclosure-request.rows.js";
import { factsOn, type HandledRequest } from "./disclosure-facts.js";
import type { ConsultThirdPartyInput, DisclosureStepInput } from "./disclosure-handling.input.js";
import { WRITTEN_REQUEST } from "./disclosure-handling.policy.js";
import { insertConsultation } from "./disclosure-handling.repository.js";

/** A step that is asked for. */
export interface DisclosureChange {
  readonly event: DisclosureEvent;
  /** Columns that it fills. */
  readonly set?: Partial<NewOf<typeof DISCLOSURE_REQUESTS>>;
  /** What the input makes true, over what its days say. */
  readonly facts?: DisclosureGuardFacts;
  /** What is told of why. */
  readonly reason?: string | undefined;
  /** What must be looked up or attached before the machine is asked; gives further facts. */
  readonly before?: (trx: WriteTransaction) => Promise<DisclosureGuardFacts>;
  /** What is written with it. */
  readonly beside?: (trx: WriteTransaction, request: HandledRequest) => Promise<void>;
}

/** Takes it. Throws what `lockRecord` and `takeStep` throw. */
export const takeDisclosureStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { requestNo: key, expectedVersion }: DisclosureStepInput,
  inputHash: string,
  { event, set = {}, facts, reason, before, beside }: DisclosureChange,
): Promise<StepTaken<DisclosureState>> => {
  const today = localDateOf(dependencies.asOf);
  const row = await lockRecord(trx, WRITTEN_REQUEST, dependencies, { key, expectedVersion });
  const request: HandledRequest = {
    ...DISCLOSURE_REQUESTS.toRecord(row as unknown as DisclosureRequestRow),
    consultations: await listConsultations(trx, [key], today),
  };
  const found = await before?.(trx);
  const taken = await takeStep(trx, WRITTEN_REQUEST, dependencies, {
    ...{ row, event, inputHash, reason, set: toSet(DISCLOSURE_REQUESTS, set) },
    facts: { ...factsOn(request, today), ...facts, ...found },
  });
  await beside?.(trx, request);
  return taken;
};

/** Asks one more third party. Throws BAD_USER_INPUT after ten. */
export const askThirdParty = async (
  trx: WriteTransaction,
  { requestNo, thirdParty }: ConsultThirdPartyInput,
  before: number,
  askedOn: LocalDate,
): Promise<void> => {
  if (before >= MOST_CONSULTATIONS)
    throw badInput("thirdParty", "MAX", `At most ${MOST_CONSULTATIONS} third parties are asked about a request.`);
  await insertConsultation(trx, { requestNo, number: before + 1, thirdParty, askedOn });
};
