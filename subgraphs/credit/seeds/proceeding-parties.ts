/** Whose a proceeding about a demonstration record is, and its number. */
import type { Authority, Body } from "./parties.js";

/** What a proceeding is about. */
export type Concerned = Party & { readonly id: string };
type Party = Authority & Body;

/** Whose the record is, as columns of a proceeding. */
export const ownerOf = (record: Party): Party => ({
  counterpartyId: record.counterpartyId,
  counterpartyUscc: record.counterpartyUscc,
  counterpartyHash: record.counterpartyHash,
  authorityId: record.authorityId,
  authorityUscc: record.authorityUscc,
  divisionCode: record.divisionCode,
});

/** Number of a proceeding about a record: XF-CF-7 for the repair of CF-7. */
export const numberOf = (prefix: string, { id }: Concerned): string => `${prefix}-${id}`;
