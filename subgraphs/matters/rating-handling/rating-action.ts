/** What may be done with a rating, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a rating: the events of a bad one's rectification, and of the moderation of its comment. */
export enum RatingAction {
  VERIFY = "VERIFY",
  APPEAL = "APPEAL",
  REJECT = "REJECT",
  BEGIN = "BEGIN",
  RECTIFY = "RECTIFY",
  CALL_BACK = "CALL_BACK",
  CLOSE = "CLOSE",
  PASS = "PASS",
  BLOCK = "BLOCK",
}

describeEnum(RatingAction, "RatingAction", "What may be done with a rating (评价操作).", {
  VERIFY: "Find it true: verifyRating (核实属实).",
  APPEAL: "Appeal against it as mistaken or malicious: appealRating (申诉).",
  REJECT: "Grant the appeal: rejectRating (认定误评或恶意差评).",
  BEGIN: "Begin to put it right: beginRectification (开始整改).",
  RECTIFY: "Say what was put right: rectifyRating (完成整改).",
  CALL_BACK: "Call the rater back: callBackRater (回访).",
  CLOSE: "Close it: closeRating (办结).",
  PASS: "Let everybody read its comment: passRatingComment (评价内容审核通过).",
  BLOCK: "Keep its comment from being shown: blockRatingComment (评价内容审核不通过).",
});
