/** Whose a sanction is: everybody's once decided, unless revoked; else the firm's, the deciding authority's and supervisors'. Pure. */
import { allOf, anyOf, before, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of a sanction. What opens it are the states IN_FORCE and EXPIRED (intermediary-sanction.status.ts). */
export const WHOSE_SANCTION = anyOf(
  allOf(since("decided_on"), before("revoked_on")),
  entitled({ body: "firm_uscc", agency: "authority_uscc", division: "division_code" }),
);
