/** Enumerations of tasks by which documents are carried out. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How far a task has come. */
export enum ImplementationState {
  ISSUED = "ISSUED",
  IN_PROGRESS = "IN_PROGRESS",
  DONE = "DONE",
  VERIFIED = "VERIFIED",
}

describeEnum(
  ImplementationState,
  "ImplementationState",
  "How far a task has come; whether it is late is told beside it (任务状态).",
  {
    ISSUED: "Given to its units; no step is done (已下达).",
    IN_PROGRESS: "A step is done (推进中).",
    DONE: "Its units say that all is done (已完成).",
    VERIFIED: "Whoever supervises it has verified that (已核验).",
  },
);
