/** Verbs of alerts, and what an alert tells of its handling: version, what may be done next, history. */
import { type Closure, Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { MattersContext } from "../context.js";
import { MonitorAlert } from "../monitor-alert/monitor-alert.type.js";
import { AlertAction } from "./alert-action.js";
import { AlertStepInput, EscalateAlertInput, ToldAlertInput } from "./alert-handling.input.js";
import { alertVerb, justiceVerb, type AlertPayload } from "./alert-handling.type.js";

const HANDLED: Closure = { tier: ["AGENCY", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" };

@Resolver(() => MonitorAlert)
export class AlertHandlingResolver {
  @alertVerb("SUPERVISOR", "Tells the agency of an alert (通知).")
  notifyAlert(@VerbInput() input: AlertStepInput, @Ctx() { services }: MattersContext): Promise<AlertPayload> {
    return services.alertHandling.step("notifyAlert", input, { event: "NOTIFY" });
  }

  @alertVerb("AGENCY", "Explains an alert (情况说明).")
  explainAlert(@VerbInput() input: ToldAlertInput, @Ctx() { services }: MattersContext): Promise<AlertPayload> {
    const { explanation } = input;
    return services.alertHandling.step("explainAlert", input, { event: "EXPLAIN", explanation });
  }

  @alertVerb("AGENCY", "Says what was corrected after an alert (整改).")
  correctAlert(@VerbInput() input: ToldAlertInput, @Ctx() { services }: MattersContext): Promise<AlertPayload> {
    const { explanation } = input;
    return services.alertHandling.step("correctAlert", input, { event: "CORRECT", explanation });
  }

  @alertVerb("SUPERVISOR", "Verifies what the agency says to an alert (核实).")
  verifyAlert(@VerbInput() input: AlertStepInput, @Ctx() { services }: MattersContext): Promise<AlertPayload> {
    return services.alertHandling.step("verifyAlert", input, { event: "VERIFY" });
  }

  @alertVerb("SUPERVISOR", "Closes an alert that was verified, or about which the justice bureau is done (办结).")
  closeAlert(@VerbInput() input: AlertStepInput, @Ctx() { services, asOf }: MattersContext): Promise<AlertPayload> {
    return services.alertHandling.step("closeAlert", input, { event: "CLOSE", set: { closedOn: localDateOf(asOf) } });
  }

  @justiceVerb(
    "Takes a verified alert up in enforcement supervision, by a document of the justice bureau (行政执法监督).",
  )
  escalateAlert(@VerbInput() input: EscalateAlertInput, @Ctx() { services }: MattersContext): Promise<AlertPayload> {
    const { supervision } = input;
    return services.alertHandling.step("escalateAlert", input, { event: "ESCALATE", set: { supervision } });
  }

  @VersionField({ closed: HANDLED })
  version(@Root() { version }: MonitorAlert): number {
    return version;
  }

  @AllowedActionsField(() => AlertAction, { closed: HANDLED })
  allowedActions(@Root() alert: MonitorAlert, @Ctx() { services }: MattersContext): AlertAction[] {
    return services.alertHandling.allowedActions(alert);
  }

  @HistoryField({ closed: HANDLED })
  history(@Root() alert: MonitorAlert, @Ctx() { services }: MattersContext): Promise<HistoryEntry[]> {
    return services.alertHandling.history(alert);
  }
}
