/** What may be done with an opinion, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with an opinion: the events of its machine, all by `answerOpinion`. */
export enum OpinionAction {
  ADOPT = "ADOPT",
  ADOPT_PARTLY = "ADOPT_PARTLY",
  REJECT = "REJECT",
}

describeEnum(OpinionAction, "OpinionAction", "What may be done with an opinion, by answerOpinion (意见办理操作).", {
  ADOPT: "Adopt it (采纳).",
  ADOPT_PARTLY: "Adopt it in part, for a reason (部分采纳).",
  REJECT: "Do not adopt it, for a reason (不采纳).",
});
