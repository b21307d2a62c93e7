/** Plans are for administrators of the platform; everybody else is refused, not left without. */
import { PLAN_HEADER, showsPlan } from "../../../gateway/request/plan-header.js";
import { ANONYMOUS, ROLES, type Role, type Viewer } from "../../../platform/auth/index.js";

const viewerOf = (role: Role): Viewer => ({ ...ANONYMOUS, kind: "person", roles: [role] });

const refusalOf = (header: string | undefined, viewer: Viewer): unknown => {
  try {
    return showsPlan(header, viewer);
  } catch (error) {
    const { code, details } = error as { code: string; details: { reason?: string } };
    return [code, details.reason];
  }
};

it(`${PLAN_HEADER} is asked by nobody who leaves it out`, () => {
  for (const viewer of [ANONYMOUS, ...ROLES.map(viewerOf)]) expect(showsPlan(undefined, viewer)).toBe(false);
});

it("shows the plan to administrators of the platform alone", () => {
  expect(ROLES.filter((role) => refusalOf("show", viewerOf(role)) === true)).toEqual(["platform_admin"]);
  expect(refusalOf("show", ANONYMOUS)).toEqual(["FORBIDDEN", "PLAN"]);
  expect(refusalOf("show", viewerOf("supervisor"))).toEqual(["FORBIDDEN", "PLAN"]);
});

it("takes no other word", () => {
  expect(refusalOf(" Show ", viewerOf("platform_admin"))).toBe(true);
  for (const word of ["1", "", "show, show"])
    expect(refusalOf(word, viewerOf("platform_admin"))).toEqual(["BAD_USER_INPUT", "PLAN_HEADER"]);
});
