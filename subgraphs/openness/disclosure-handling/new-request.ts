/** A request for information as it begins: who asks, how they are reached, and what they ask for (政府信息公开条例 第二十九条). Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { actingSubject, checkStated } from "../../../platform/write/index.js";
import { ApplicantKind } from "../disclosure-request/disclosure-request.enums.js";
import { DisclosureState } from "../disclosure-request/disclosure-request.machine.js";
import type { DISCLOSURE_REQUESTS } from "../disclosure-request/disclosure-request.rows.js";
import type { OpennessOffice } from "../openness-office/openness-office.type.js";
import type { RequestDisclosureInput } from "./disclosure-handling.input.js";

/** An e-mail address, seven digits of a telephone number, or four characters of an address. */
const REACHES = [/[^\s@]@[^\s@]+\.[^\s@]/, /\d[\d\s-]{5,}\d/, /\p{Script=Han}{4}/u];

/** Throws BAD_USER_INPUT (CONTACT) for words by which nobody is reached. */
const checkContact = (contact: string): void => {
  if (!REACHES.some((pattern) => pattern.test(contact)))
    throw badInput("contact", "CONTACT", "contact is a telephone number, an e-mail address or an address.");
};

/** Throws BAD_USER_INPUT (DAY_PAST) for a day that is not after today. */
export const checkDay = (argument: string, day: LocalDate, today: LocalDate): void => {
  if (day <= today) throw badInput(argument, "DAY_PAST", `${argument} is after today.`);
};

/** How the annual report counts the applicant. Throws RULE_VIOLATION (BODY_KIND) where a body does not say its kind, or a person says one. */
const applicantKind = (bodyKind: ApplicantKind | null | undefined, isBody: boolean): ApplicantKind => {
  const kind = bodyKind ?? ApplicantKind.NATURAL_PERSON;
  if (isBody === (kind === ApplicantKind.NATURAL_PERSON))
    throw new ServiceError(
      "RULE_VIOLATION",
      "Whoever asks for a body says of which kind it is, and nobody else does.",
      { reason: "BODY_KIND" },
    );
  return kind;
};

/** Columns that fill in the course of it. */
const OPEN = {
  ...{ correctionAskedOn: undefined, correctBy: undefined, unclear: undefined },
  ...{ correctedOn: undefined, correction: undefined, extendedOn: undefined, extensionReasons: undefined },
  ...{ outcome: undefined, reasons: undefined, remedy: undefined, indexNo: undefined, endedOn: undefined },
} as const;

/** The record of a new request. Throws FORBIDDEN for who is neither citizen nor agent, NOT_FOUND without an office, RULE_VIOLATION (BODY_KIND) and BAD_USER_INPUT for what does not say enough. */
export const newRequest = (
  input: RequestDisclosureInput,
  {
    viewer,
    office,
    today,
  }: { readonly viewer: Viewer; readonly office: OpennessOffice | undefined; readonly today: LocalDate },
): Omit<NewOf<typeof DISCLOSURE_REQUESTS>, "requestNo" | "version"> => {
  const { applicantName, contact, description, formWanted } = input;
  const acting = actingSubject(viewer);
  if (!acting) throw new ServiceError("FORBIDDEN");
  checkStated("applicantName", applicantName);
  checkStated("contact", contact);
  checkContact(contact);
  checkStated("description", description);
  if (!office) throw new ServiceError("NOT_FOUND");
  const { agencyId, agencyUscc, divisionCode } = office;
  return {
    ...OPEN,
    ...{ subject: acting.subject, applicantKind: applicantKind(input.bodyKind, acting.isBody) },
    ...{ applicantName, contact, description, formWanted, agencyId, agencyUscc, divisionCode },
    ...{ state: DisclosureState.RECEIVED, receivedOn: today },
  };
};
