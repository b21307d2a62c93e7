/** Whose a case of listing is: its body's, the authority's and supervisors', whatever came of it. Pure. */
import { entitled } from "../../../platform/disclosure/admission/index.js";

/** Who may know of a case: a notice is no listing, and the public is told of nothing but the entry. */
export const WHOSE_LISTING_CASE = entitled({
  body: "counterparty_uscc",
  agency: "authority_uscc",
  division: "division_code",
});
