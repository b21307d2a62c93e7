/** Whose the ground of a finding is, as far as its own row says it (decision 13). Pure. */
import { allOf, anyOf, inDivision, ofAgency, ofBody, oneOf } from "../../../platform/disclosure/admission/index.js";
import { Ground } from "./finding.enums.js";

/**
 * Who may know of a ground: of what is public everybody; that a body was listed, or declared a relation, is the bidder's, the owner's, the
 * department's and its supervisors'. What sanctions and credit say today opens others (finding.repository.ts).
 */
export const WHOSE_GROUND = anyOf(
  oneOf("ground", [Ground.PUBLIC]),
  allOf(
    oneOf("ground", [Ground.LISTED, Ground.DECLARED]),
    anyOf(ofBody("bidder_uscc"), ofBody("owner_uscc"), ofAgency("department_uscc"), inDivision("division_code")),
  ),
);
