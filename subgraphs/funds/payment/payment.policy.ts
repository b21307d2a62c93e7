/** Who may know of a payment: everyone where a body or at least five households are paid, else owner, agency and supervisors (domain.md §15). */
import type { Viewer } from "../../../platform/auth/index.js";
import { isEntitled } from "../access/entitled.policy.js";
import { PayeeKind, type Payment } from "./payment.type.js";

/** Fewest persons of whom a figure may be public (k ≥ 5, domain.md §5.3). */
export const LEAST_GROUP = 5;

/** Whose a payment is. */
export type PaymentOwners = Pick<Payment, "payeeKind" | "subject" | "agencyUscc" | "divisionCode">;

const isKnownTo = (viewer: Viewer, { subject, agencyUscc, divisionCode }: PaymentOwners): boolean =>
  isEntitled(viewer, { subject, agency: agencyUscc, division: divisionCode });

/** True where the viewer may know that the payment exists. */
export const canReadPayment = (viewer: Viewer, payment: Payment): boolean =>
  payment.payeeKind === PayeeKind.ORGANIZATION ||
  (payment.payeeKind === PayeeKind.BATCH && payment.payeeCount >= LEAST_GROUP) ||
  isKnownTo(viewer, payment);

/** True where the viewer may know what came back: of a batch that is one household's amount. */
export const canReadReturn = (viewer: Viewer, payment: PaymentOwners): boolean =>
  payment.payeeKind !== PayeeKind.BATCH || isKnownTo(viewer, payment);
