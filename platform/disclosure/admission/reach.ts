/** In which capacities a viewer meets a row: the one reading of roles and claims, for closed fields and for whole rows. Pure. */
import { divisionPrefix, hasRole, type Viewer } from "../../auth/viewer.js";

/** Hash of the person; undefined for who is no citizen. */
export const personOf = (viewer: Viewer): string | undefined =>
  hasRole(viewer, "citizen") ? viewer.subjectHash : undefined;

/** Credit code of the body that the viewer acts for; undefined for who is no agent. */
export const bodyOf = (viewer: Viewer): string | undefined =>
  hasRole(viewer, "enterprise_agent") ? viewer.subjectUscc : undefined;

/** Credit code of the agency that the viewer serves; undefined for who is no officer. */
export const agencyOf = (viewer: Viewer): string | undefined =>
  hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher") ? viewer.agencyUscc : undefined;

/** Digits with which the codes begin that the viewer supervises or, where public money is concerned, audits; undefined for others. */
export const supervisedBy = (viewer: Viewer, { audited }: { readonly audited: boolean }): string | undefined =>
  (hasRole(viewer, "supervisor") || (audited && hasRole(viewer, "auditor_finance"))) &&
  viewer.divisionCode !== undefined
    ? divisionPrefix(viewer.divisionCode)
    : undefined;
