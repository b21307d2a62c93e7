/** Whose a list entry is: everybody's while it stands, afterwards its subject's, its authority's and supervisors'. Pure. */
import { allOf, anyOf, before, entitled, since, until } from "../../../platform/disclosure/admission/index.js";

/** Who may know of an entry; what opens it is the state LISTED (list-entry.status.ts). Lists hold bodies alone: there is no column for persons. */
export const WHOSE_LIST_ENTRY = anyOf(
  allOf(
    since("listed_on"),
    until("expires_on"),
    before("revoked_on"),
    anyOf(before("removed_on"), since("relisted_on")),
  ),
  entitled({ body: "counterparty_uscc", agency: "authority_uscc", division: "division_code" }),
);
