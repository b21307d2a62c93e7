/** Whose projects are, and who acts for one: the unit that carries it out, the finance department of its county, and the supervisor where both are one. Pure. */
import {
  allOf,
  anyOf,
  given,
  inDivision,
  noneOf,
  ofAgency,
  oneOf,
} from "../../../platform/disclosure/admission/index.js";

/** Every project is public. */
export const WHOSE_PROJECT = given("project_code");

/** The unit that carries it out. */
export const OF_UNIT = ofAgency("owner_uscc");

/** The finance department of its county: its officers decide, its publishers post. */
export const OF_AUTHORITY = ofAgency("authority_uscc");

/** Who may know of evaluations that are not published: the unit, the department, supervisors of the division. */
export const WHOSE_PENDING = anyOf(OF_UNIT, OF_AUTHORITY, inDivision("division_code"));

/** The supervisor of the division, where the finance department carries the project out itself. */
export const OF_SUPERVISOR = allOf(inDivision("division_code"), oneOf("carried_out_by", ["AUTHORITY"]));

/** The unit, where its own evaluation or its file is what comes next. */
export const OF_UNIT_IN_TURN = allOf(OF_UNIT, oneOf("performance_step", ["SELF", "FILE"]));

/** Who decides a project, but where the unit's own evaluation comes first: the department, or the supervisor of the department's own. */
export const OF_DECIDING_AUTHORITY = allOf(
  OF_AUTHORITY,
  oneOf("carried_out_by", ["UNIT"]),
  noneOf("performance_step", ["SELF"]),
);
export const OF_DECIDING_SUPERVISOR = allOf(OF_SUPERVISOR, noneOf("performance_step", ["SELF"]));

/** The department's publishers, until the evaluations are published. */
export const OF_PUBLISHING_AUTHORITY = allOf(OF_AUTHORITY, noneOf("performance_step", ["FILE"]));
