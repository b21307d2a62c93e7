/** Examples of what credit keeps as JSON. */
import { EvidenceKind } from "../../../subgraphs/credit/repair-case/repair-case.enums.js";
import { STORED_EVIDENCE } from "../../../subgraphs/credit/repair-case/repair-case.stored.js";
import { example } from "./example.js";

/** A piece of evidence in a case of repair. */
export const EVIDENCE = example(STORED_EVIDENCE, {
  kind: EvidenceKind.COMMITMENT_LETTER,
  title: "信用修复承诺书（演示）",
  sha256: "c".repeat(64),
});
