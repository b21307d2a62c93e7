/** What the guards of a request for information look at, from its row and the third parties that were asked. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import {
  answerInTime,
  noticeInTime,
  opinionIsOver,
  type DisclosureClockFacts,
} from "../disclosure-request/disclosure-clock.js";
import type { DisclosureGuardFacts } from "../disclosure-request/disclosure-request.machine.js";

/** A request as far as its guards go. */
export type HandledRequest = DisclosureClockFacts & { readonly correctBy?: LocalDate | undefined };

/** What its own days say. */
export const factsOn = (request: HandledRequest, today: LocalDate): DisclosureGuardFacts => {
  const open = request.consultations.find(({ endedOn }) => endedOn === undefined);
  return {
    noticeInTime: noticeInTime(request.receivedOn, today),
    correctionOver: request.correctBy !== undefined && today > request.correctBy,
    corrected: request.correctedOn !== undefined,
    opinionDue: open !== undefined && opinionIsOver(open.askedOn, today),
    answerInTime: answerInTime(request, today),
    extended: request.extendedOn !== undefined,
  };
};
