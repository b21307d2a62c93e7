/** Demonstration users and clients, for the embedded issuer and for the demonstration realm of Keycloak. */
import type { Role } from "../../platform/auth/index.js";

/** A user whose password is `demo-only-<username>`. */
export interface DemoUser {
  readonly username: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly claims: Readonly<Record<string, string | number>>;
}

/** The demonstration users that the README names. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    username: "citizen-1",
    title: "市民一 citizen",
    roles: ["citizen"],
    claims: { subject_hash: "demo-subject-1", real_name_level: 3 },
  },
  {
    username: "citizen-2",
    title: "市民二 citizen",
    roles: ["citizen"],
    claims: { subject_hash: "demo-subject-2", real_name_level: 3 },
  },
  {
    username: "agent-1",
    title: "企业经办人 agent of an enterprise",
    roles: ["enterprise_agent"],
    claims: { subject_uscc: "91990101MA9000011P" },
  },
  {
    username: "officer-1",
    title: "延吉市工作人员 county officer",
    roles: ["agency_officer"],
    claims: { agency_uscc: "11990101MB9000015E", division_code: "222401" },
  },
  {
    username: "officer-2",
    title: "珲春市工作人员 officer of another county",
    roles: ["agency_officer"],
    claims: { agency_uscc: "12990101MB90000236", division_code: "222404" },
  },
  {
    username: "finance-1",
    title: "省财政厅工作人员 officer of the province's finance department",
    roles: ["agency_officer"],
    claims: { agency_uscc: "11990101MB0001134J", division_code: "220000" },
  },
  {
    username: "finance-2",
    title: "延边州财政局工作人员 officer of the prefecture's finance department",
    roles: ["agency_officer"],
    claims: { agency_uscc: "11990101MB0001302L", division_code: "222400" },
  },
  {
    username: "finance-3",
    title: "敦化市财政局工作人员 officer of a county's finance department",
    roles: ["agency_officer"],
    claims: { agency_uscc: "11990101MB00016365", division_code: "222403" },
  },
  {
    username: "supervisor-1",
    title: "省级监督人员 supervisor",
    roles: ["supervisor"],
    claims: { division_code: "220000" },
  },
  { username: "auditor-1", title: "审计人员 auditor", roles: ["auditor_finance"], claims: { division_code: "220000" } },
  {
    username: "publisher-1",
    title: "政务公开人员 publisher",
    roles: ["agency_publisher"],
    claims: { agency_uscc: "11990101MB9000015E", division_code: "222401" },
  },
  {
    username: "integrator-1",
    title: "应用登记人员 registers apps of an enterprise",
    roles: ["enterprise_agent", "integrator_admin"],
    claims: { subject_uscc: "91990101MA9000011P" },
  },
  { username: "admin-1", title: "平台管理员 administrator", roles: ["platform_admin"], claims: {} },
];

/** Service accounts; the secret is `demo-only-<clientId>`. Each may ask for the scopes of READ_SCOPES. */
export const DEMO_CLIENTS: readonly { readonly clientId: string; readonly roles: readonly Role[] }[] = [
  { clientId: "app-open", roles: ["integrator"] },
  { clientId: "app-partner", roles: ["integrator"] },
];
