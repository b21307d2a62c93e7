/** Who publishes a budget or final accounts: the publishers of the unit. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";

/** The unit whose budget it is. */
export const OF_UNIT = ofAgency("unit_uscc");
