/** Whose an objection is: the objector's, the authority's of the record and supervisors' (docs/domain). Pure. */
import { allOf } from "../../../platform/disclosure/admission/index.js";
import { OF_PARTIES, UNSEALED } from "../counterparty/counterparty.policy.js";

/** Who may know of an objection: nobody but the parties, in whatever state it is, and nobody where a law seals its record. */
export const WHOSE_OBJECTION = allOf(UNSEALED, OF_PARTIES);
