/** Whose approvals stand with a project: a work is approved where it is built. */
import { divisionPrefix } from "../../../platform/auth/viewer.js";

/** True where the body that granted is of the project's county or above it. */
export const isOfPlace = (grantedIn: string, projectIn: string): boolean =>
  projectIn.startsWith(divisionPrefix(grantedIn.slice(0, 6)));
