/** Who may know of an electronic licence: its holder, the issuing agency and its supervisors (domain.md §15). Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { mayRead, type RecordFacts } from "../../../platform/disclosure/index.js";

/** True where the viewer may know that the licence exists. */
export const canRead = (viewer: Viewer, facts: RecordFacts): boolean =>
  mayRead(["OWNER", "AGENCY", "SUPERVISOR"], viewer, facts);
