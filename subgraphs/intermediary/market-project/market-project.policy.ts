/** Who may know of a market project, of its bids, and of the case it was commissioned for. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { hasRole } from "../../../platform/auth/index.js";
import { isOwnAgency, isOwner, isSupervisor, type RecordFacts } from "../../../platform/disclosure/index.js";
import { MarketState } from "./market-project.enums.js";
import type { MarketProject } from "./market-project.type.js";

/** Whose a project is. */
export const factsOf = ({ ownerUscc, agencyUscc, divisionCode }: MarketProject): RecordFacts => ({
  subject: ownerUscc,
  agency: agencyUscc,
  division: divisionCode,
});

/** True for the owner's agent, officers of the department concerned, and supervisors of the division. */
export const isEntitled = (viewer: Viewer, project: MarketProject): boolean => {
  const facts = factsOf(project);
  return isOwner(viewer, facts) || isOwnAgency(viewer, facts) || isSupervisor(viewer, facts);
};

/** True where the viewer may know that the project exists: a draft is not public. */
export const canRead = (viewer: Viewer, project: MarketProject): boolean =>
  project.state !== MarketState.DRAFT || isEntitled(viewer, project);

/** Credit code of the agency whose sealed bids the viewer knows: that of an agent, and of nobody else (招标投标法 22). */
export const ownBidder = (viewer: Viewer): string | undefined =>
  hasRole(viewer, "enterprise_agent") ? viewer.subjectUscc : undefined;
