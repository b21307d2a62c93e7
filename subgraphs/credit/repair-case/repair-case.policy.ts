/** Whose a repair case is: its subject's, the deciding authority's and supervisors' (docs/domain, C4). Pure. */
import { OF_PARTIES } from "../counterparty/counterparty.policy.js";

/** Who may know of a repair case: nobody but the parties, in whatever state it is. */
export const WHOSE_REPAIR_CASE = OF_PARTIES;
