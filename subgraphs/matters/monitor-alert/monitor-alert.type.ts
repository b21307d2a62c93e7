/** MonitorAlert: what electronic monitoring found about a case; time alerts are computed for the day of the request (电子监察). */
import { Closed, Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Light, createConnectionType } from "../../../platform/graphql/index.js";
import type { CaseState } from "../service-case/service-case.state.js";
import { AlertKind, AlertLevel, AnomalyType } from "./monitor-alert.status.js";
import { AlertState, SupervisionDocument } from "./monitor-alert.machine.js";
import type * as domain from "./monitor-alert.js";

/** Closes a field to applicant, agency and supervisor. */
export const AlertFile = (): PropertyDecorator & MethodDecorator =>
  Closed({ tier: ["OWNER", "AGENCY", "SUPERVISOR"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" });

const Handling = (): PropertyDecorator & MethodDecorator =>
  Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" });

/** An alert. Case and day are in its resolver. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "deptUscc", division: "divisionCode" })
@ObjectType({ description: "What electronic monitoring found about a case (电子监察预警)." })
export class MonitorAlert implements domain.MonitorAlert {
  @Field(() => ID, { description: "Id (监察编号)." })
  id: string;

  @AlertFile()
  @Field(() => AlertKind, { nullable: true, description: "What it is about (异常情形)." })
  kind: AlertKind;

  @AlertFile()
  @Field(() => AlertLevel, { nullable: true, description: "Level (监察级别)." })
  level: AlertLevel;

  @AlertFile()
  @Field(() => AnomalyType, { nullable: true, description: "Type of anomaly (异常类型)." })
  anomaly: AnomalyType;

  @AlertFile()
  @Field(() => Light, { nullable: true, description: "Light on the day of the request (灯)." })
  light: Light;

  @AlertFile()
  @Field(() => AlertState, { nullable: true, description: "State (监察处置状态)." })
  state: AlertState;

  @Handling()
  @Field(() => String, { nullable: true, description: "What was found (异常描述)." })
  finding?: string;

  @Handling()
  @Field(() => String, { nullable: true, description: "What the agency explained (情况说明)." })
  explanation?: string;

  @Handling()
  @Field(() => SupervisionDocument, {
    nullable: true,
    description: "What the justice bureau issued; null where it did not take it up (行政执法监督文书).",
  })
  supervision?: SupervisionDocument;

  @Handling()
  @Field(() => DateScalar, { nullable: true, description: "Day on which it was closed (办结日期)." })
  closedOn?: string;

  recordedId?: string;
  version: number;
  caseNo: string;
  recordedOn?: string;
  caseState: CaseState;
  subject: string;
  deptUscc: string;
  divisionCode: string;
}

/** A page of alerts. */
export const MonitorAlertConnection = createConnectionType("MonitorAlert", () => MonitorAlert, "电子监察预警");

/** How many alerts are open, by light. */
@ObjectType({ description: "How many alerts are open on the day of the request, by light (监察亮灯数量)." })
export class AlertCounts implements domain.AlertCounts {
  @Field(() => Int, { description: "Yellow (黄灯数)." })
  yellow: number;

  @Field(() => Int, { description: "Red (红灯数)." })
  red: number;

  @Field(() => Int, { description: "Black (黑灯数)." })
  black: number;

  @Field(() => Int, {
    description:
      "Running cases whose promised day lies in a year without a published calendar (日历未公布而暂不确定数).",
  })
  provisional: number;
}
