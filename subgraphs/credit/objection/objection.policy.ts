/** Who may know of an objection: the objector, the authority of the record and supervisors. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { RecordFacts } from "../../../platform/disclosure/index.js";
import { isEntitled } from "../counterparty/counterparty.js";

/** True where the viewer may know that the objection exists. */
export const canRead = (viewer: Viewer, facts: RecordFacts): boolean => isEntitled(viewer, facts);
