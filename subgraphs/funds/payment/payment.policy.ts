/** Who may know of a payment: everyone where a body or at least five households are paid, else owner, agency and supervisors (domain.md §15). */
import type { Viewer } from "../../../platform/auth/index.js";
import { isEntitled } from "../access/entitled.policy.js";
import { PayeeKind, type Payment } from "./payment.type.js";

/** Fewest persons of whom a figure may be public (k ≥ 5, domain.md §5.3). */
export const LEAST_GROUP = 5;

/** True where the viewer may know that the payment exists. */
export const canReadPayment = (viewer: Viewer, payment: Payment): boolean =>
  payment.payeeKind === PayeeKind.ORGANIZATION ||
  (payment.payeeKind === PayeeKind.BATCH && payment.payeeCount >= LEAST_GROUP) ||
  isEntitled(viewer, {
    subject: payment.subject,
    agency: payment.agencyUscc,
    division: payment.divisionCode,
  });
