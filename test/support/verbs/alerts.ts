/** Verbs of alerts: of a recorded one about a case at officer-1's agency. */
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";

const STEPS = {
  notifyAlert: ["supervisor-1", "AlertStepInput", {}],
  explainAlert: ["officer-1", "ToldAlertInput", { explanation: "系统停机一日" }],
  correctAlert: ["officer-1", "ToldAlertInput", { explanation: "已退还材料" }],
  verifyAlert: ["supervisor-1", "AlertStepInput", {}],
  closeAlert: ["supervisor-1", "AlertStepInput", {}],
  escalateAlert: ["supervisor-1", "EscalateAlertInput", { supervision: "NOTICE" }],
} as const;

/** A step of an alert. */
export type AlertStepName = keyof typeof STEPS;

let made = 0;

/** A recorded alert about a case of officer-1's agency, after these steps. */
export const alertAfter = async (
  stack: TestStack,
  ...steps: AlertStepName[]
): Promise<{ alertId: string; expectedVersion: number }> => {
  const alertId = `JC-TEST-${++made}`;
  await stack.databases["matters"]!.raw(
    `insert into monitor_alerts (id, case_no, kind, state, dept_id, division_code, raised_on)
     select ?, case_no, 'UNLISTED_MATERIAL', 'RAISED', dept_id, division_code, '2026-09-21' from service_cases
     where dept_uscc = '11990101MB9000015E' and division_code = '222401' and state <> 'DRAFT' order by case_no limit 1`,
    [alertId],
  );
  let expectedVersion = 1;
  for (const step of steps) {
    const [viewer, type, more] = STEPS[step];
    const { body } = await stack.ask(`mutation ($input: ${type}!) { done: ${step}(input: $input) { alert { id } } }`, {
      viewer,
      variables: { input: { alertId, expectedVersion, ...more } },
    });
    if (body.errors || !body.data.done) throw new Error(`${step}: ${JSON.stringify(body)}`);
    expectedVersion += 1;
  }
  return { alertId, expectedVersion };
};

const entry = (name: AlertStepName, letters: string, ...before: AlertStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "alert { id }",
  prepare: async (stack) => ({ ...(await alertAfter(stack, ...before)), ...STEPS[name][2] }),
  letters,
});

const OFFICER = "DDDD YHDDR DD";
const SUPERVISOR = "DDDD DDYDD DD";

/** Verbs of alerts. */
export const ALERT_VERBS: Verbs = {
  notifyAlert: entry("notifyAlert", SUPERVISOR),
  explainAlert: entry("explainAlert", OFFICER, "notifyAlert"),
  correctAlert: entry("correctAlert", OFFICER, "notifyAlert"),
  verifyAlert: entry("verifyAlert", SUPERVISOR, "notifyAlert", "explainAlert"),
  closeAlert: entry("closeAlert", SUPERVISOR, "notifyAlert", "correctAlert", "verifyAlert"),
  escalateAlert: entry("escalateAlert", SUPERVISOR, "notifyAlert", "explainAlert", "verifyAlert"),
};
