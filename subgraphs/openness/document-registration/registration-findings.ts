/** What a normative document lacks of review, registration and filing (国办发〔2018〕37号, 国办发〔2018〕115号). Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { RegistrationFinding } from "./document-registration.enums.js";

/** A document, as far as findings go by it. */
export interface JudgedDocument {
  readonly normative: boolean;
  readonly createdOn: LocalDate;
  readonly publishedOn?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
}

/** What is known of its registration. */
export interface KnownRegistration {
  readonly legalityReviewedOn?: LocalDate | undefined;
  readonly registeredOn?: LocalDate | undefined;
  readonly filedOn?: LocalDate | undefined;
}

const LACKS: readonly (readonly [
  finding: RegistrationFinding,
  holds: (document: JudgedDocument, known: KnownRegistration) => boolean,
])[] = [
  [RegistrationFinding.LEGALITY_NOT_REVIEWED, (_, { legalityReviewedOn: on }) => on === undefined],
  [
    RegistrationFinding.REVIEWED_AFTER_ISSUE,
    ({ createdOn }, { legalityReviewedOn: on }) => on !== undefined && on > createdOn,
  ],
  [RegistrationFinding.NOT_REGISTERED, (_, { registeredOn: on }) => on === undefined],
  [
    RegistrationFinding.REGISTERED_AFTER_PUBLICATION,
    ({ publishedOn }, { registeredOn: on }) => on !== undefined && publishedOn !== undefined && on > publishedOn,
  ],
  [RegistrationFinding.NOT_FILED, (_, { filedOn: on }) => on === undefined],
  [RegistrationFinding.WITHOUT_END, ({ validUntil }) => validUntil === undefined],
];

/** Findings of a published normative document; none of any other. */
export const registrationFindings = (document: JudgedDocument, known: KnownRegistration = {}): RegistrationFinding[] =>
  document.normative && document.publishedOn !== undefined
    ? LACKS.flatMap(([finding, holds]) => (holds(document, known) ? [finding] : []))
    : [];
