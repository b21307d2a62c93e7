/** Whose closed records of public money are: their subject's, their agency's, supervisors' and finance auditors' of their division. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { MIN_GROUP } from "../../../platform/disclosure/suppression/index.js";
import { anyOf, atLeast, canRead, entitled, inDivision } from "../../../platform/disclosure/admission/index.js";
import type { RecordFacts } from "../../../platform/disclosure/decision/index.js";

/** Who knows of a record by these facts. */
export const OF_MONEY = entitled({ subject: "subject", agency: "agency", division: "division", audited: true });

/** Who reads the payments of a division one by one. */
export const OF_DIVISION = inDivision("division", { audited: true });

/** Who may be told of persons: everyone of five and more, else those alone who know of their records (k ≥ 5, docs/reference/visibility.md#groups-of-persons). */
export const WHOSE_GROUP = anyOf(atLeast("persons", MIN_GROUP), OF_MONEY);

/** True where the viewer is the subject, an officer of the agency, or supervises or audits the division. */
export const isEntitled = (viewer: Viewer, { subject, agency, division }: RecordFacts): boolean =>
  canRead(OF_MONEY, { viewer }, { subject, agency, division });
