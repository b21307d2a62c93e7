/** Who plays which part for the publicity of a licence. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";

/** The authority's officers record, its publishers publish and withdraw. */
export const LICENCE_PARTS = {
  OFFICER: ofAgency("authority_uscc"),
  PUBLISHER: ofAgency("authority_uscc"),
};
