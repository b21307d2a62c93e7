/** Whose a payment is: everyone's where a body or at least five households are paid, else its owner's, its agency's and supervisors' (docs/reference/visibility.md#the-matrix). Pure. */
import { MIN_GROUP } from "../../../platform/disclosure/suppression/index.js";
import {
  allOf,
  anyOf,
  atLeast,
  entitled,
  noneOf,
  ofSubject,
  oneOf,
} from "../../../platform/disclosure/admission/index.js";
import type { PersonGroup } from "../access/person-group.js";
import { PayeeKind } from "./payment.enums.js";
import type { Payment } from "./payment.type.js";

/** The payments to the viewer itself. */
export const OF_PAYEE = ofSubject("payee_subject");

/** The payments of those who know of them whoever is paid. */
export const OF_PARTIES = entitled({
  subject: "payee_subject",
  agency: "agency_uscc",
  division: "division_code",
  audited: true,
});

/** Who may know of a payment. */
export const WHOSE_PAYMENT = anyOf(
  oneOf("payee_kind", [PayeeKind.ORGANIZATION]),
  allOf(oneOf("payee_kind", [PayeeKind.BATCH]), atLeast("payee_count", MIN_GROUP)),
  OF_PARTIES,
);

/** Who may know what came back: of a batch that is one household's amount. */
export const WHOSE_RETURN = anyOf(noneOf("payee_kind", [PayeeKind.BATCH]), OF_PARTIES);

/** The persons who are paid, for what is told of persons together (person-group.ts); undefined where it is a body. */
export const payeesOf = ({
  payeeKind,
  payeeCount,
  subject,
  agencyUscc,
  divisionCode,
}: Pick<Payment, "payeeKind" | "payeeCount" | "subject" | "agencyUscc" | "divisionCode">): PersonGroup | undefined =>
  payeeKind === PayeeKind.ORGANIZATION
    ? undefined
    : {
        persons: payeeKind === PayeeKind.BATCH ? payeeCount : 1,
        subject,
        agency: agencyUscc,
        division: divisionCode,
      };
