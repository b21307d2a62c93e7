/** Who may know of a repair case: its subject, the authority that decides and supervisors (C4, domain.md §15). */
import type { Viewer } from "../../../platform/auth/index.js";
import type { RecordFacts } from "../../../platform/disclosure/index.js";
import { isEntitled } from "../counterparty/counterparty.js";

/** True where the viewer may know that the case exists. */
export const canRead = (viewer: Viewer, facts: RecordFacts): boolean => isEntitled(viewer, facts);
