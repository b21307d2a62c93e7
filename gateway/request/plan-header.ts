/** The request's header that asks for the plan of its document, and who may have it. */
import { hasRole, type Viewer } from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";

/** Header with which a request asks how it is planned. */
export const PLAN_HEADER = "x-plan";

/**
 * True where the header asks for the plan. Throws BAD_USER_INPUT for anything but `show`, and FORBIDDEN (PLAN) for whoever does not
 * administer the platform: a plan names services, and what they are asked beside what the client asked.
 */
export const showsPlan = (header: string | undefined, viewer: Viewer): boolean => {
  if (header === undefined) return false;
  if (header.trim().toLowerCase() !== "show")
    throw new ServiceError("BAD_USER_INPUT", `${PLAN_HEADER} is show, or is left out.`, { reason: "PLAN_HEADER" });
  if (!hasRole(viewer, "platform_admin"))
    throw new ServiceError("FORBIDDEN", "Plans are shown to administrators of the platform.", { reason: "PLAN" });
  return true;
};
