/** Enumerations of interpretations of policies. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Form in which a document is explained. */
export enum InterpretationKind {
  TEXT = "TEXT",
  PICTURE = "PICTURE",
  VIDEO = "VIDEO",
  PRESS_CONFERENCE = "PRESS_CONFERENCE",
  EXPERT = "EXPERT",
  MEDIA = "MEDIA",
}

describeEnum(InterpretationKind, "InterpretationKind", "Form in which a document is explained (解读形式).", {
  TEXT: "Text (文字解读).",
  PICTURE: "Pictures and charts (图解).",
  VIDEO: "Film or sound (音视频解读).",
  PRESS_CONFERENCE: "Press conference (新闻发布会).",
  EXPERT: "Article of an expert (专家解读).",
  MEDIA: "Report of the media (媒体解读).",
});
