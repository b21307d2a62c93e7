/** Whose a repair case is: its subject's, the deciding authority's and supervisors' (docs/domain, C4). Pure. */
import { allOf } from "../../../platform/disclosure/admission/index.js";
import { OF_PARTIES, UNSEALED } from "../counterparty/counterparty.policy.js";

/** Who may know of a repair case: nobody but the parties, in whatever state it is, and nobody where a law seals its record. */
export const WHOSE_REPAIR_CASE = allOf(UNSEALED, OF_PARTIES);
