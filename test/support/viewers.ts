/** The viewers of all tests, one table. */
import { ANONYMOUS, type Role, type Viewer } from "../../platform/auth/index.js";

const person = (username: string, role: Role, claims: Partial<Viewer>): Viewer => ({
  kind: "person",
  roles: [role],
  username,
  clientId: "gov-portal",
  scopes: ["gov-graph"],
  agreements: [],
  acr: "basic",
  ...claims,
});

const client = (clientId: string, agreements: readonly string[]): Viewer => ({
  kind: "client",
  roles: ["integrator"],
  username: `service-account-${clientId}`,
  clientId,
  scopes: ["gov-graph"],
  agreements,
});

/** Every viewer by name. */
export const VIEWERS = {
  anonymous: ANONYMOUS,
  "citizen-1": person("citizen-1", "citizen", { subjectHash: "demo-subject-1" }),
  "citizen-2": person("citizen-2", "citizen", { subjectHash: "demo-subject-2" }),
  "agent-1": person("agent-1", "enterprise_agent", { subjectUscc: "91990101MA9000011P" }),
  "officer-1": person("officer-1", "agency_officer", { agencyUscc: "11990101MB9000015E", divisionCode: "222401" }),
  "officer-2": person("officer-2", "agency_officer", { agencyUscc: "12990101MB90000236", divisionCode: "222404" }),
  "supervisor-1": person("supervisor-1", "supervisor", { divisionCode: "220000" }),
  "auditor-1": person("auditor-1", "auditor_finance", { divisionCode: "220000" }),
  "publisher-1": person("publisher-1", "agency_publisher", {
    agencyUscc: "11990101MB9000015E",
    divisionCode: "222401",
  }),
  "app-open": client("app-open", []),
  "app-partner": client("app-partner", ["demo-agreement"]),
} as const satisfies Record<string, Viewer>;

/** Who registers apps of the enterprise of agent-1. No table has a column for them. */
export const APP_OWNERS = {
  "integrator-1": {
    ...person("integrator-1", "integrator_admin", { subjectUscc: "91990101MA9000011P" }),
    roles: ["enterprise_agent", "integrator_admin"],
  },
} as const satisfies Record<string, Viewer>;

/** Officers of finance departments: of a province, a prefecture and two counties. No table has a column for them. */
export const FINANCE_OFFICERS = {
  "finance-1": person("finance-1", "agency_officer", { agencyUscc: "11990101MB0001134J", divisionCode: "220000" }),
  "finance-2": person("finance-2", "agency_officer", { agencyUscc: "11990101MB0001302L", divisionCode: "222400" }),
  "finance-3": person("finance-3", "agency_officer", { agencyUscc: "11990101MB00016365", divisionCode: "222403" }),
  "finance-4": person("finance-4", "agency_officer", { agencyUscc: "11990101MB00018047", divisionCode: "222404" }),
} as const satisfies Record<string, Viewer>;
