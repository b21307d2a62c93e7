/** Who may know of an alert: those who may know of its case; the public gets counts alone (domain.md §15). Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { canRead as canReadCase, type CaseAccess } from "../service-case/service-case.policy.js";

/** True where the viewer may know that the alert exists. */
export const canRead = (viewer: Viewer, ofCase: CaseAccess): boolean => canReadCase(viewer, ofCase);
