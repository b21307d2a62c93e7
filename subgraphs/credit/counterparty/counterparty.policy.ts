/** Whose a record of credit is, whatever its publicity (行政相对人). Pure. */
import { anyOf, entitled, ofBody, ofPerson, unless } from "../../../platform/disclosure/admission/index.js";

/** The records about the viewer, or about the enterprise the viewer acts for. */
export const OF_COUNTERPARTY = anyOf(ofPerson("counterparty_hash"), ofBody("counterparty_uscc"));

/** The records of the subject, the authority and the supervisors of its division. */
export const OF_PARTIES = anyOf(OF_COUNTERPARTY, entitled({ agency: "authority_uscc", division: "division_code" }));

/** Everybody, unless a law seals the record: then nobody, the parties included, is given it through the graph (sealed.ts, decision 38). */
export const UNSEALED = unless("sealed");
