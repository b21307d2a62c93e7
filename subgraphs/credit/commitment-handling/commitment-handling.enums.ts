/** What may be found of a commitment, and done with it, as enumerations of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What is found of a commitment. */
export enum CommitmentFinding {
  FULFILLED = "FULFILLED",
  BROKEN = "BROKEN",
}

describeEnum(CommitmentFinding, "CommitmentFinding", "What is found of a commitment (信用承诺核实结果).", {
  FULFILLED: "Kept (已履行).",
  BROKEN: "Broken, with reasons (违反承诺).",
});

/** What may be done with a commitment: the events of its machine. */
export enum CommitmentAction {
  KEEP = "KEEP",
  BREAK = "BREAK",
  REOPEN = "REOPEN",
}

describeEnum(CommitmentAction, "CommitmentAction", "What may be done with a commitment (信用承诺可办操作).", {
  KEEP: "Find that it was kept: verifyCommitment (核实已履行).",
  BREAK: "Find that it was broken: verifyCommitment (核实违反承诺).",
  REOPEN: "Take back a finding that was wrong: reopenCommitment (撤回核实结果).",
});
