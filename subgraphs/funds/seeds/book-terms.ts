/** What the books of the demonstration are told: payees, orders, recipients, and what they ask the world. */
import { PayeeKind } from "../payment/payment.enums.js";
import type { SeedUnit } from "./rows.js";

/** Who gets a payment. */
export type SeedPayee =
  | { readonly kind: PayeeKind.ORGANIZATION; readonly id: string }
  | { readonly kind: PayeeKind.PERSON; readonly hash: string }
  | { readonly kind: PayeeKind.BATCH; readonly count: number };

/** What a payment says beside its amount; the payee of an allocation to a body is that body. */
export interface SeedOrder {
  readonly payee?: SeedPayee;
  readonly payer?: SeedUnit;
  readonly purpose?: string;
  readonly caseNo?: string;
}

/** What the books ask the world. */
export interface BookSources {
  /** Unit that spends a policy's money in a county. */
  readonly payerOf: (division: string, policyCode: string) => SeedUnit;
  readonly usccOf: (organizationId: string) => string | undefined;
  /** Economic use of a policy's money that persons are paid; undefined where it is that of bodies. */
  readonly personEconOf: (policyCode: string) => string | undefined;
}

/** To whom money is assigned. */
export type SeedRecipient =
  | { readonly id: string; readonly division: string }
  | { readonly projectCode: string; readonly division: string; readonly payeeId: string };
