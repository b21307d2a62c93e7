/** Who may know of a licence: everybody once it is published, before that only its subject, its authority and supervisors. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { RecordFacts } from "../../../platform/disclosure/index.js";
import { isEntitled } from "../counterparty/counterparty.js";

/** True where the viewer may know that the licence exists. `published` is false for licences of minors, always. */
export const canRead = (viewer: Viewer, published: boolean, facts: RecordFacts): boolean =>
  published || isEntitled(viewer, facts);

/** True where the viewer may know in which case a licence was granted: its subject, its authority and supervisors. */
export const canReadCase = (viewer: Viewer, facts: RecordFacts): boolean => isEntitled(viewer, facts);
