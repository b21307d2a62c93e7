/** Whose a matter is: published ones are everybody's, others are the own agency's and its supervisors' (docs/domain). Pure. */
import { anyOf, canRead, entitled, oneOf } from "../../../platform/disclosure/admission/index.js";
import type { Viewer } from "../../../platform/auth/index.js";
import { EditorialStatus } from "./matter.machine.js";
import type { ServiceMatter } from "./matter.js";

/** Who may know of a matter. */
export const WHOSE_MATTER = anyOf(
  oneOf("status", [EditorialStatus.PUBLISHED]),
  entitled({ agency: "dept_uscc", division: "division_code" }),
);

/** True where the viewer may know of a version of the matter: by the state of the version, not by that of the matter. */
export const canReadVersion = (
  viewer: Viewer,
  { deptUscc, divisionCode }: Pick<ServiceMatter, "deptUscc" | "divisionCode">,
  { status }: { readonly status: EditorialStatus },
): boolean => canRead(WHOSE_MATTER, { viewer }, { status, dept_uscc: deptUscc, division_code: divisionCode });
