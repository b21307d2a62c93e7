/** Whose a list entry is: everybody's while it stands, afterwards its subject's, its authority's and supervisors'. Pure. */
import { allOf, anyOf, before, entitled, since, until } from "../../../platform/disclosure/admission/index.js";

/** Who may know of an entry. Lists hold bodies alone: there is no column for persons. */
export const WHOSE_LIST_ENTRY = anyOf(
  allOf(since("listed_on"), until("expires_on"), before("removed_on")),
  entitled({ body: "counterparty_uscc", agency: "authority_uscc", division: "division_code" }),
);
