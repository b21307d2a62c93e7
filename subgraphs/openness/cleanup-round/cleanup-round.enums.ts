/** What a clean-up of documents decided of one. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** An outcome. */
export enum CleanupOutcomeKind {
  KEPT = "KEPT",
  AMENDED = "AMENDED",
  REPEALED = "REPEALED",
}

describeEnum(CleanupOutcomeKind, "CleanupOutcomeKind", "What a clean-up decided of a document (清理结果).", {
  KEPT: "It stays as it is (继续有效).",
  AMENDED: "It stays, and is changed (修改).",
  REPEALED: "It is repealed, or is said to have lost force (废止、失效).",
});
