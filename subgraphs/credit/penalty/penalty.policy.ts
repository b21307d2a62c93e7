/** Whose a penalty is: everybody's while it is in publicity, afterwards its subject's, its authority's and supervisors' (docs/domain, C4). Pure. */
import { after, allOf, anyOf, before, since, unless, until } from "../../../platform/disclosure/admission/index.js";
import { OF_PARTIES } from "../counterparty/counterparty.policy.js";

/** Who may know of a penalty. What opens it is the state PUBLISHED (penalty.status.ts). */
export const WHOSE_PENALTY = anyOf(
  allOf(
    unless("counterparty_minor"),
    since("published_on"),
    before("withdrawn_on"),
    anyOf(before("repaired_on"), since("republished_on")),
    anyOf(before("shielded_from"), after("shielded_to")),
    until("publicity_ends_on"),
  ),
  OF_PARTIES,
);
