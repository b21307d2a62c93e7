/** Apps of the demonstration: the clients that the README names, and one in each other state. */
import type { NewOf } from "../../../platform/database/index.js";
import { AppState } from "../app/app.machine.js";
import { STANDARD_QUOTA } from "../app/standard-quota.js";
import type { APPS } from "../app/app.rows.js";

type NewApp = NewOf<typeof APPS>;

/** The body for which agent-1 and integrator-1 act, and the agency of officer-1 and publisher-1. */
const OWNED = {
  ...{ ownerUscc: "91990101MA9000011P", agencyUscc: "11990101MB9000015E", divisionCode: "222401" },
  ...{ contactName: "示例联系人", contactEmail: "apps@example.invalid", redirectUris: [], scopes: [], keys: [] },
  ...{ requestedOn: "2026-03-02", approvedOn: undefined, pointsAMinute: undefined, pointsADay: undefined },
  ...{ agreement: undefined, reasons: undefined },
} as const;

const STANDARD = {
  ...{ approvedOn: "2026-03-09", pointsAMinute: STANDARD_QUOTA.aMinute, pointsADay: STANDARD_QUOTA.aDay },
} as const;

const appOf = (clientId: string, name: string, state: AppState, more: Partial<NewApp> = {}): NewApp => ({
  ...OWNED,
  ...{ clientId, name, state, purpose: `${name}：查询公开的政务信息（演示）` },
  ...more,
});

/** Rows of apps. */
export const DEMONSTRATION_APPS: readonly NewApp[] = [
  appOf("app-open", "演示开放应用", AppState.APPROVED, STANDARD),
  appOf("app-partner", "演示协议应用", AppState.APPROVED, {
    ...STANDARD,
    ...{ pointsAMinute: 12_000_000, pointsADay: 2_000_000_000, agreement: "demo-agreement" },
    ...{ scopes: ["credit.read"], redirectUris: ["https://app.example.invalid/back"] },
  }),
  appOf("app-demo-requested", "演示待审应用", AppState.REQUESTED),
  appOf("app-demo-refused", "演示未准应用", AppState.REFUSED, { reasons: "用途不明" }),
  appOf("app-demo-suspended", "演示停用应用", AppState.SUSPENDED, { ...STANDARD, reasons: "密钥泄露" }),
  appOf("app-demo-retired", "演示注销应用", AppState.RETIRED, STANDARD),
];
