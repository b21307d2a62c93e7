/** The root field `me`. */
import type { Viewer } from "../../../platform/auth/index.js";

/** An organisation by reference. */
interface OrganizationReference {
  readonly id: string;
}

/** The signed-in viewer, as the graph shows it. */
export interface Me {
  readonly kind: "PERSON" | "CLIENT";
  readonly username?: string | undefined;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly divisionCode?: string | undefined;
  readonly agency?: OrganizationReference | undefined;
  readonly representedOrganization?: OrganizationReference | undefined;
}

const organization = (uscc: string | undefined): OrganizationReference | undefined =>
  uscc === undefined ? undefined : { id: `CN-USCC-${uscc}` };

/** What is known of the viewer; undefined for an anonymous one. */
export const meOf = (viewer: Viewer): Me | undefined => {
  if (viewer.kind === "anonymous") return undefined;
  const { kind, username, roles, scopes, divisionCode, agencyUscc, subjectUscc } = viewer;
  return {
    kind: kind === "person" ? "PERSON" : "CLIENT",
    username,
    roles,
    scopes,
    divisionCode,
    agency: organization(agencyUscc),
    representedOrganization: organization(subjectUscc),
  };
};
