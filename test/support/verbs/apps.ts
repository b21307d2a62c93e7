/** Verbs of apps: of the body of agent-1, decided by the agency of publisher-1. Who registers apps is integrator-1, for whom no column stands. */
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";

/** What a registration says. */
export const APP_INPUT = {
  ...{ name: "演示查询应用", purpose: "查询企业的公开信用信息", agency: "11990101MB9000015E" },
  ...{ contactName: "示例联系人", contactEmail: "apps@example.invalid" },
  ...{ redirectUris: ["https://app.example.invalid/back"], scopes: ["credit.read"] },
};

let last = 0;

/** An app in a state. */
export const appWith = async (
  stack: TestStack,
  state: "REQUESTED" | "APPROVED",
): Promise<{ clientId: string; expectedVersion: number }> => {
  const clientId = `app-test-${(last += 1)}`;
  const approved =
    state === "APPROVED" ? { approved_on: "2026-03-09", points_a_minute: 1_000, points_a_day: 9_000 } : {};
  await stack.databases["reference"]!("apps").insert({
    ...{ client_id: clientId, name: "演示应用", purpose: "演示", state, requested_on: "2026-03-02", ...approved },
    ...{ owner_uscc: "91990101MA9000011P", agency_uscc: "11990101MB9000015E", division_code: "222401" },
    ...{ contact_name: "示例联系人", contact_email: "apps@example.invalid", redirect_uris: [], scopes: [] },
  });
  return { clientId, expectedVersion: 1 };
};

const entry = (input: string, letters: string, prepare: VerbEntry["prepare"]): VerbEntry => ({
  ...{ input, selects: "app { clientId }", prepare, letters },
});

/** Verbs of apps. */
export const APP_VERBS: Verbs = {
  registerApp: entry("RegisterAppInput", "DRRR DDDDD DD", async () => APP_INPUT),
  approveApp: entry("ApproveAppInput", "DDDD RHDDY DD", async (stack) => ({
    ...(await appWith(stack, "REQUESTED")),
    ...{ pointsAMinute: 1_000, pointsADay: 10_000 },
  })),
  refuseApp: entry("AppReasonsInput", "DDDD RHDDY DD", async (stack) => ({
    ...(await appWith(stack, "REQUESTED")),
    reasons: "用途不明",
  })),
  suspendApp: entry("AppReasonsInput", "DRRR RRDDY DD", async (stack) => ({
    ...(await appWith(stack, "APPROVED")),
    reasons: "密钥泄露",
  })),
  setAppKeys: entry("SetAppKeysInput", "DRRR DDDDD DD", async (stack) => ({
    ...(await appWith(stack, "APPROVED")),
    keys: [],
  })),
  retireApp: entry("AppStepInput", "DRRR DDDDD DD", (stack) => appWith(stack, "APPROVED")),
};
