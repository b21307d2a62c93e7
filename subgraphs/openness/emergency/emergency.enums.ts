/** Enumerations of emergencies. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How grave an emergency is. */
export enum EmergencyLevel {
  GRAVE = "GRAVE",
  MAJOR = "MAJOR",
  LARGER = "LARGER",
  ORDINARY = "ORDINARY",
}

describeEnum(EmergencyLevel, "EmergencyLevel", "How grave an emergency is (突发事件级别).", {
  GRAVE: "Grave, the first of four levels (特别重大).",
  MAJOR: "Major (重大).",
  LARGER: "Larger (较大).",
  ORDINARY: "Ordinary (一般).",
});

/** What happened. */
export enum EmergencyKind {
  NATURAL_DISASTER = "NATURAL_DISASTER",
  ACCIDENT = "ACCIDENT",
  PUBLIC_HEALTH = "PUBLIC_HEALTH",
  SOCIAL_SECURITY = "SOCIAL_SECURITY",
}

describeEnum(EmergencyKind, "EmergencyKind", "What happened (突发事件类别).", {
  NATURAL_DISASTER: "Natural disaster (自然灾害).",
  ACCIDENT: "Accident (事故灾难).",
  PUBLIC_HEALTH: "Public health (公共卫生事件).",
  SOCIAL_SECURITY: "Public order (社会安全事件).",
});

/** How far the handling has come. */
export enum EmergencyState {
  REPORTED = "REPORTED",
  VERIFIED = "VERIFIED",
  FIRST_NOTICE = "FIRST_NOTICE",
  UPDATING = "UPDATING",
  CONCLUDED = "CONCLUDED",
  REVIEWED = "REVIEWED",
}

describeEnum(EmergencyState, "EmergencyState", "How far the handling of an emergency has come (处置阶段).", {
  REPORTED: "Reported to whoever is responsible first (已报告).",
  VERIFIED: "Its facts are verified (已核实).",
  FIRST_NOTICE: "The public was told a first time (已首次发布).",
  UPDATING: "The public was told again (持续发布).",
  CONCLUDED: "The last notice is published (已结束).",
  REVIEWED: "It was reviewed what is to be learnt of it (已评估).",
});
