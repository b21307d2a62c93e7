/** Whose a licence is: everybody's once it is published and not withdrawn, unless it is a minor's; else its subject's, its authority's and supervisors'. Pure. */
import { allOf, anyOf, before, since, unless } from "../../../platform/disclosure/admission/index.js";
import { OF_PARTIES, UNSEALED } from "../counterparty/counterparty.policy.js";

/** Who may know of a licence; of the case in which it was granted, the parties alone. */
export const WHOSE_LICENCE = allOf(
  UNSEALED,
  anyOf(allOf(since("published_on"), before("withdrawn_on"), unless("counterparty_minor")), OF_PARTIES),
);
