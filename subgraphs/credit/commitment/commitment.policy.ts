/** Whose a commitment is: everybody's, but of those made for repair the parties' alone (C4), and nobody's where a law seals the record. Pure. */
import { allOf, anyOf, noneOf } from "../../../platform/disclosure/admission/index.js";
import { OF_PARTIES, UNSEALED } from "../counterparty/counterparty.policy.js";
import { CommitmentType } from "./commitment.enums.js";

/** Who may know of a commitment: one made for repair names a record which may no longer be public, or sealed. */
export const WHOSE_COMMITMENT = allOf(UNSEALED, anyOf(noneOf("type", [CommitmentType.CREDIT_REPAIR]), OF_PARTIES));
