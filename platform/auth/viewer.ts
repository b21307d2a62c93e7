/** Who asks: anonymous, or what a verified token says. Everything that decides access reads this object and nothing else. */

/** Realm roles (docs/identity.md). */
export const ROLES = [
  "citizen",
  "enterprise_agent",
  "agency_officer",
  "agency_publisher",
  "confidentiality_reviewer",
  "supervisor",
  "auditor_finance",
  "integrator",
  "integrator_admin",
  "platform_admin",
] as const;

/** A realm role. */
export type Role = (typeof ROLES)[number];

/** Scopes that apps may ask for, beside those that every token has; fields name them in `@requiresScopes`. */
export const READ_SCOPES = ["credit.read", "funds.read", "matters.read"] as const;

/** The verified viewer of one request. */
export interface Viewer {
  readonly kind: "anonymous" | "person" | "client";
  readonly roles: readonly Role[];
  /** Sign-in name of a person, such as `citizen-1`; not a key to any record. */
  readonly username?: string;
  /** Client that the token was issued to (`azp`). */
  readonly clientId?: string;
  /** Keyed hash of the person's identity number (`subject_hash`). */
  readonly subjectHash?: string;
  /** Unified social credit code of the enterprise the viewer acts for (`subject_uscc`). */
  readonly subjectUscc?: string;
  /** Unified social credit code of the officer's agency (`agency_uscc`). */
  readonly agencyUscc?: string;
  /** Six-digit division; supervisors see everything with its significant prefix (`division_code`). */
  readonly divisionCode?: string;
  readonly scopes: readonly string[];
  /** Ids of data-sharing agreements of the client. */
  readonly agreements: readonly string[];
  /** Authentication context class, such as `basic` or `strong`. */
  readonly acr?: string;
  /** Purpose that the request states for reading closed records. */
  readonly purpose?: string;
}

/** The viewer of a request without a token. */
export const ANONYMOUS: Viewer = { kind: "anonymous", roles: [], scopes: [], agreements: [] };

/** True where the viewer holds the role. */
export const hasRole = (viewer: Viewer, role: Role): boolean => viewer.roles.includes(role);

/** The part of a six-digit division code that names it: 220000 → 22, 222400 → 2224, 222401 → 222401. */
export const divisionPrefix = (code: string): string =>
  code.replace(/^(\d{2})0000$/, "$1").replace(/^(\d{4})00$/, "$1");
