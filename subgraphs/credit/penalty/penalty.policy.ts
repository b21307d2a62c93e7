/**
 * Whose a penalty is: everybody's while it is in publicity, afterwards, and where its rule publishes nothing, its subject's, its authority's
 * and supervisors' (docs/domain, C4); nobody's where a law seals it (counterparty/sealed.ts). Pure.
 */
import { after, allOf, anyOf, before, since, unless, until } from "../../../platform/disclosure/admission/index.js";
import { OF_PARTIES, UNSEALED } from "../counterparty/counterparty.policy.js";

/** Who may know of a penalty. What opens it is the state PUBLISHED (penalty.status.ts). */
export const WHOSE_PENALTY = allOf(
  UNSEALED,
  anyOf(
    allOf(
      unless("counterparty_minor"),
      unless("rule_seals"),
      since("published_on"),
      before("withdrawn_on"),
      anyOf(before("repaired_on"), since("republished_on")),
      anyOf(before("shielded_from"), after("shielded_to")),
      until("publicity_ends_on"),
    ),
    OF_PARTIES,
  ),
);
