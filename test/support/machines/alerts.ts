/** The machine of an alert, as tests drive it: of a recorded one about a case at officer-1's agency; supervisor-1 is of the justice bureau too. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  ALERT,
  type AlertEvent,
  type AlertGuardFacts,
  type AlertState,
} from "../../../subgraphs/matters/monitor-alert/monitor-alert.machine.js";
import { alertAfter } from "../verbs/alerts.js";
import type { ModelledMachine, ModelledVerb } from "./model.js";
import { rowWithJournal } from "./stored.js";

const EXPLANATION = { explanation: "系统停机一日" };

const verb = (
  by: Actor | readonly Actor[],
  event: AlertEvent,
  name: string,
  [input, said]: readonly [type: string, said: object] = ["AlertStepInput", {}],
): ModelledVerb<AlertEvent, AlertGuardFacts> => ({
  ...{ verb: name, input, event, by },
  wordings: [{ input: said, after: (now) => ({ ...now, ...said }), stays: () => ({}) }],
});

const SUPERVISES: readonly Actor[] = ["SUPERVISOR", "JUSTICE"];

/** Alerts. */
export const ALERTS: ModelledMachine<AlertState, AlertEvent, AlertGuardFacts> = {
  machine: ALERT,
  selects: "object: alert { key: id state version }",
  keyInput: "alertId",
  viewers: {
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "supervisor-1": { may: SUPERVISES, plays: SUPERVISES, knows: () => true },
    "publisher-1": { may: ["OFFICER"], plays: [], knows: () => true },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    "citizen-1": { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("SUPERVISOR", "NOTIFY", "notifyAlert"),
    verb("OFFICER", "EXPLAIN", "explainAlert", ["ToldAlertInput", EXPLANATION]),
    verb("OFFICER", "CORRECT", "correctAlert", ["ToldAlertInput", EXPLANATION]),
    verb("SUPERVISOR", "VERIFY", "verifyAlert"),
    verb(SUPERVISES, "CLOSE", "closeAlert"),
    verb("JUSTICE", "ESCALATE", "escalateAlert", ["EscalateAlertInput", { supervision: "NOTICE" }]),
  ],
  begin: async (stack) => (await alertAfter(stack)).alertId,
  facts: () => ({}),
  stored: (stack, id) =>
    rowWithJournal(stack, { service: "matters", table: "monitor_alerts", key: "id", kind: "MonitorAlert" }, id),
};
