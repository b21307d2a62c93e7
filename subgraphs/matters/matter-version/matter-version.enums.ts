/** How fields differ between versions. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How a field changed. */
export enum ChangeKind {
  ADDED = "ADDED",
  REMOVED = "REMOVED",
  CHANGED = "CHANGED",
}

describeEnum(ChangeKind, "ChangeKind", "How a field changed (变更方式).", {
  ADDED: "It was not there before (新增).",
  REMOVED: "It is no longer there (删除).",
  CHANGED: "It has another value (修改).",
});
