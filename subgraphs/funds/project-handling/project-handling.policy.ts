/** Whose projects are, and who acts for one: the unit that carries it out, and the finance department of its county. Pure. */
import { given, ofAgency } from "../../../platform/disclosure/admission/index.js";

/** Every project is public. */
export const WHOSE_PROJECT = given("project_code");

/** The unit that carries it out. */
export const OF_UNIT = ofAgency("owner_uscc");

/** The finance department of its county: its officers decide, its publishers post. */
export const OF_AUTHORITY = ofAgency("authority_uscc");
