/** Enumeration of press events. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How a body speaks to the media. */
export enum PressEventKind {
  PRESS_CONFERENCE = "PRESS_CONFERENCE",
  BRIEFING = "BRIEFING",
  INTERVIEW = "INTERVIEW",
}

describeEnum(PressEventKind, "PressEventKind", "How a body speaks to the media (新闻发布形式).", {
  PRESS_CONFERENCE: "Press conference (新闻发布会).",
  BRIEFING: "Policy briefing (政策例行吹风会).",
  INTERVIEW: "Interview (访谈).",
});
