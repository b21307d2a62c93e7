/** Who may know of a payment: everyone where a body or at least five households are paid, else owner, agency and supervisors (docs/reference/visibility.md#the-matrix). */
import type { Viewer } from "../../../platform/auth/index.js";
import { isEntitled } from "../access/entitled.policy.js";
import { isToldOf, type PersonGroup } from "../access/person-group.js";
import { PayeeKind, type Payment } from "./payment.type.js";

/** Whose a payment is. */
export type PaymentOwners = Pick<Payment, "payeeKind" | "subject" | "agencyUscc" | "divisionCode">;

/** The persons who are paid; undefined where it is a body. */
export const payeesOf = ({
  payeeKind,
  payeeCount,
  ...owners
}: PaymentOwners & Pick<Payment, "payeeCount">): PersonGroup | undefined =>
  payeeKind === PayeeKind.ORGANIZATION
    ? undefined
    : { persons: payeeKind === PayeeKind.BATCH ? payeeCount : 1, ...factsOf(owners) };

const factsOf = ({ subject, agencyUscc, divisionCode }: Omit<PaymentOwners, "payeeKind">) => ({
  subject,
  agency: agencyUscc,
  division: divisionCode,
});

/** True where the viewer may know that the payment exists. */
export const canReadPayment = (viewer: Viewer, payment: Payment): boolean => isToldOf(viewer, payeesOf(payment));

/** True where the viewer may know what came back: of a batch that is one household's amount. */
export const canReadReturn = (viewer: Viewer, payment: PaymentOwners): boolean =>
  payment.payeeKind !== PayeeKind.BATCH || isEntitled(viewer, factsOf(payment));
