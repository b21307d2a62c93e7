/** Words of e-monitoring: lights, kinds and states of alerts. */
import type { AlertKind, AlertState, Light } from "../gql/graphql.js";
import type { Text } from "../language.js";

/** Lights that stand for a problem, the worst first. */
export const SHOWN_LIGHTS = ["BLACK", "RED", "YELLOW"] as const satisfies readonly Light[];

/** Names of lights. */
export const LIGHTS: Readonly<Record<Light, Text>> = {
  GREEN: { zh: "绿灯", en: "Green" },
  YELLOW: { zh: "黄灯", en: "Yellow" },
  RED: { zh: "红灯", en: "Red" },
  BLACK: { zh: "黑灯", en: "Black" },
  PROVISIONAL: { zh: "待定", en: "Provisional" },
};

/** What a light means. */
export const MEANINGS: Readonly<Record<(typeof SHOWN_LIGHTS)[number], Text>> = {
  BLACK: { zh: "已超过法定时限", en: "Past the statutory day" },
  RED: { zh: "已超过承诺时限", en: "Past the promised day" },
  YELLOW: { zh: "距承诺时限不超过一个工作日", en: "At most one working day is left" },
};

/** What was found. */
export const ALERT_KINDS: Readonly<Record<AlertKind, Text>> = {
  TIME_LIMIT: { zh: "办理超时", en: "Late" },
  STEP_OVERTIME: { zh: "环节超时", en: "A step is late" },
  UNLAWFUL_REFUSAL: { zh: "违规不予受理", en: "Refused unlawfully" },
  OFF_SYSTEM: { zh: "体外循环", en: "Handled outside of the system" },
  NO_REASONS: { zh: "未说明理由", en: "Without reasons" },
  UNLISTED_MATERIAL: { zh: "索要清单外材料", en: "Asked for more than the list" },
  UNLAWFUL_FEE: { zh: "违规收费", en: "Unlawful fee" },
  RISK_POINT: { zh: "廉政风险点", en: "Point of risk" },
};

/** How far an alert is. */
export const ALERT_STATES: Readonly<Record<AlertState, Text>> = {
  RAISED: { zh: "已触发", en: "Raised" },
  NOTIFIED: { zh: "已告知经办机关", en: "The agency was told" },
  EXPLAINED: { zh: "已说明", en: "Explained" },
  CORRECTED: { zh: "已整改", en: "Corrected" },
  VERIFIED: { zh: "已核实", en: "Verified" },
  CLOSED: { zh: "已办结", en: "Closed" },
  ESCALATED: { zh: "已升级督办", en: "Escalated" },
};

/** States of alerts that are not done with. */
export const OPEN_STATES = [
  "RAISED",
  "NOTIFIED",
  "EXPLAINED",
  "CORRECTED",
  "VERIFIED",
  "ESCALATED",
] as const satisfies readonly AlertState[];
