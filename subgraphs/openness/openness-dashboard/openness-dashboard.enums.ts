/** Enumerations of the dashboard of openness. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What is counted: of all of a year, how many. */
export enum OpennessFigure {
  DOCUMENTS_IN_TIME = "DOCUMENTS_IN_TIME",
  NORMATIVE_DOCUMENTS_EXPLAINED = "NORMATIVE_DOCUMENTS_EXPLAINED",
  DECISIONS_WITH_ADOPTION_TOLD = "DECISIONS_WITH_ADOPTION_TOLD",
  OPINIONS_ANSWERED = "OPINIONS_ANSWERED",
  REQUESTS_ENDED = "REQUESTS_ENDED",
  TASKS_IN_TIME = "TASKS_IN_TIME",
  FINDINGS_RECTIFIED = "FINDINGS_RECTIFIED",
  TARGETS_REACHED = "TARGETS_REACHED",
}

describeEnum(OpennessFigure, "OpennessFigure", "What the dashboard counts of a year (公开指标).", {
  DOCUMENTS_IN_TIME: "Of documents made in the year and published, those published within L08 (按时公开的文件).",
  NORMATIVE_DOCUMENTS_EXPLAINED:
    "Of normative documents published in the year, those with a published interpretation (已解读的规范性文件).",
  DECISIONS_WITH_ADOPTION_TOLD:
    "Of major decisions published in the year, those of which it is told what was adopted of the opinions (已公布采纳情况的决策).",
  OPINIONS_ANSWERED: "Of opinions given in the year, those that are answered (已答复的公众意见).",
  REQUESTS_ENDED: "Of requests for information received in the year, those that are ended (已办结的公开申请).",
  TASKS_IN_TIME: "Of published tasks that were due in the year, those done in time (按时完成的落实任务).",
  FINDINGS_RECTIFIED: "Of published findings of the year, those put right (已整改的督查、审计问题).",
  TARGETS_REACHED: "Of published targets for the end of the year that have a figure, those reached (已达到的规划目标).",
});
