/** Enumerations of events of public concern. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How grave an event is; the limit of the response goes by it. */
export enum OpinionEventLevel {
  EMERGENCY = "EMERGENCY",
  OTHER = "OTHER",
}

/** How far an event is handled. */
export enum OpinionEventStage {
  DETECTED = "DETECTED",
  ASSESSED = "ASSESSED",
  ASSIGNED = "ASSIGNED",
  RESPONDED = "RESPONDED",
  EVALUATED = "EVALUATED",
}

/** How a body answers the public. */
export enum ResponseForm {
  PRESS_CONFERENCE = "PRESS_CONFERENCE",
  STATEMENT = "STATEMENT",
  INTERVIEW = "INTERVIEW",
}

describeEnum(OpinionEventLevel, "OpinionEventLevel", "How grave an event of public concern is (舆情等级).", {
  EMERGENCY: "Of a grave or major emergency: a press conference within 24 hours (涉及特别重大、重大突发事件).",
  OTHER: "Another one: a response within 48 hours (其他政务舆情).",
});

describeEnum(OpinionEventStage, "OpinionEventStage", "How far an event of public concern is handled (舆情处置阶段).", {
  DETECTED: "Detected (已监测).",
  ASSESSED: "Its level is said (已研判).",
  ASSIGNED: "A body is responsible (已明确责任主体).",
  RESPONDED: "Answered to the public (已回应).",
  EVALUATED: "What the answer did is assessed (已评估).",
});

describeEnum(ResponseForm, "ResponseForm", "How a body answers the public (回应形式).", {
  PRESS_CONFERENCE: "Press conference (新闻发布会).",
  STATEMENT: "Written statement (书面通报).",
  INTERVIEW: "Interview (接受采访).",
});
