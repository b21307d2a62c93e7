/** Whose an objection is: the objector's, the authority's of the record and supervisors' (docs/domain). Pure. */
import { OF_PARTIES } from "../counterparty/counterparty.policy.js";

/** Who may know of an objection: nobody but the parties, in whatever state it is. */
export const WHOSE_OBJECTION = OF_PARTIES;
