/** Whose a commitment is: everybody's, but of those made for repair the parties' alone (C4). Pure. */
import { anyOf, noneOf } from "../../../platform/disclosure/admission/index.js";
import { OF_PARTIES } from "../counterparty/counterparty.policy.js";
import { CommitmentType } from "./commitment.enums.js";

/** Who may know of a commitment: one made for repair names a record which may no longer be public. */
export const WHOSE_COMMITMENT = anyOf(noneOf("type", [CommitmentType.CREDIT_REPAIR]), OF_PARTIES);
