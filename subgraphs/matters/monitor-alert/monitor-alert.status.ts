/** Alerts as data: what each kind is; their life is in monitor-alert.machine.ts (docs/reference/time-limits.md#clocks-and-lights). Pure. */
import { Light } from "../../../platform/graphql/deadline-state.js";
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Level of an alert. */
export enum AlertLevel {
  WARNING = "WARNING",
  ALARM = "ALARM",
  REMINDER = "REMINDER",
}

describeEnum(AlertLevel, "AlertLevel", "Level of an alert (监察级别).", {
  WARNING: "Something is about to go wrong (1 预警).",
  ALARM: "Something went wrong (2 报警).",
  REMINDER: "Something should be looked at (3 提醒).",
});

/** Type of anomaly. */
export enum AnomalyType {
  TIME_LIMIT = "TIME_LIMIT",
  PROCESS = "PROCESS",
  CONTENT = "CONTENT",
  DISCRETION = "DISCRETION",
  RISK = "RISK",
  OTHER = "OTHER",
  POWER_RATE = "POWER_RATE",
  DENIAL_RATE = "DENIAL_RATE",
}

describeEnum(AnomalyType, "AnomalyType", "Type of anomaly (异常类型).", {
  TIME_LIMIT: "Time limit (1 时效异常).",
  PROCESS: "Process (2 流程异常).",
  CONTENT: "Content (3 内容异常).",
  DISCRETION: "Discretion, fees above all (4 裁量异常).",
  RISK: "Risk control (5 风险防控).",
  OTHER: "Other (6 其他).",
  POWER_RATE: "Rate at which a power is exercised (7 权力运行率).",
  DENIAL_RATE: "Rate of refusals (8 结果否定率).",
});

/** What an alert is about. */
export enum AlertKind {
  TIME_LIMIT = "TIME_LIMIT",
  STEP_OVERTIME = "STEP_OVERTIME",
  UNLAWFUL_REFUSAL = "UNLAWFUL_REFUSAL",
  OFF_SYSTEM = "OFF_SYSTEM",
  NO_REASONS = "NO_REASONS",
  UNLISTED_MATERIAL = "UNLISTED_MATERIAL",
  UNLAWFUL_FEE = "UNLAWFUL_FEE",
  RISK_POINT = "RISK_POINT",
}

describeEnum(AlertKind, "AlertKind", "What an alert is about (异常情形).", {
  TIME_LIMIT: "The case nears or passed a limit; computed, not recorded (时限).",
  STEP_OVERTIME: "A step took too long though the whole was in time (环节超时).",
  UNLAWFUL_REFUSAL: "A lawful application was refused (违规不予受理).",
  OFF_SYSTEM: "Handled outside the system (体外循环).",
  NO_REASONS: "A refusal without reasons (不予许可未说明理由).",
  UNLISTED_MATERIAL: "A material was asked for that is not listed (索要清单外材料).",
  UNLAWFUL_FEE: "A fee without basis (违规收费).",
  RISK_POINT: "A point of integrity risk (廉政风险点).",
});

/** Kinds that follow from the clocks of a case and its steps; what is stored of them is how they were dealt with. */
export const CLOCK_KINDS = [AlertKind.TIME_LIMIT, AlertKind.STEP_OVERTIME] as const;

/** A kind that somebody recorded. */
export type RecordedKind = Exclude<AlertKind, (typeof CLOCK_KINDS)[number]>;

/** Type, level and light of each recorded kind; those of the others follow from their computed light. */
export const RECORDED_KINDS: Readonly<Record<RecordedKind, { anomaly: AnomalyType; level: AlertLevel; light: Light }>> =
  {
    UNLAWFUL_REFUSAL: { anomaly: AnomalyType.PROCESS, level: AlertLevel.ALARM, light: Light.RED },
    OFF_SYSTEM: { anomaly: AnomalyType.PROCESS, level: AlertLevel.ALARM, light: Light.RED },
    NO_REASONS: { anomaly: AnomalyType.CONTENT, level: AlertLevel.ALARM, light: Light.RED },
    UNLISTED_MATERIAL: { anomaly: AnomalyType.CONTENT, level: AlertLevel.WARNING, light: Light.YELLOW },
    UNLAWFUL_FEE: { anomaly: AnomalyType.DISCRETION, level: AlertLevel.ALARM, light: Light.RED },
    RISK_POINT: { anomaly: AnomalyType.RISK, level: AlertLevel.REMINDER, light: Light.YELLOW },
  };

const LEVELS: Readonly<Partial<Record<Light, AlertLevel>>> = {
  YELLOW: AlertLevel.WARNING,
  PROVISIONAL: AlertLevel.REMINDER,
};

/** Anomaly and level of an alert with this light. */
export const classOf = (kind: AlertKind, light: Light): { anomaly: AnomalyType; level: AlertLevel } =>
  kind === AlertKind.TIME_LIMIT || kind === AlertKind.STEP_OVERTIME
    ? {
        anomaly: AnomalyType.TIME_LIMIT,
        level: LEVELS[light] ?? AlertLevel.ALARM,
      }
    : RECORDED_KINDS[kind];
