/** What may be done with a project, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";
import type { FundProjectEvent } from "../fund-project/fund-project.machine.js";

/** What may be done with a project: the events of its machine. */
export enum FundProjectAction {
  APPROVE = "APPROVE",
  OPEN_PUBLICITY = "OPEN_PUBLICITY",
  START = "START",
  ACCEPT = "ACCEPT",
  GIVE_PUBLIC_NOTICE = "GIVE_PUBLIC_NOTICE",
  SELF_EVALUATE = "SELF_EVALUATE",
  EVALUATE = "EVALUATE",
  PUBLISH_EVALUATION = "PUBLISH_EVALUATION",
  ARCHIVE = "ARCHIVE",
}

/** Events that the unit which carries it out brings about; the others are the finance department's. */
export const OF_OWNER: readonly FundProjectEvent[] = ["START", "SELF_EVALUATE", "ARCHIVE"];

describeEnum(FundProjectAction, "FundProjectAction", "What may be done with a project (项目可办操作).", {
  APPROVE: "Approve it: approveFundProject (批复).",
  OPEN_PUBLICITY: "Post it before it begins: publiciseFundProject (公示).",
  START: "Begin, with the contract: startFundProject (实施).",
  ACCEPT: "Accept what was done: acceptFundProject (验收).",
  GIVE_PUBLIC_NOTICE: "Give public notice of the result: giveFundProjectNotice (公告).",
  SELF_EVALUATE: "Evaluate your own project: selfEvaluateFundProject (单位自评).",
  EVALUATE: "Review its performance: evaluateFundProject (绩效评价).",
  PUBLISH_EVALUATION: "Publish the evaluations: publishFundEvaluation (绩效评价结果公开).",
  ARCHIVE: "Close its file: archiveFundProject (归档).",
});
