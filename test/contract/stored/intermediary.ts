/** Examples of what the intermediary market keeps as JSON. */
import { STORED_QUALIFICATION } from "../../../subgraphs/intermediary/intermediary-profile/intermediary-profile.stored.js";
import { STORED_DRAW, STORED_SOURCE } from "../../../subgraphs/intermediary/draw/draw.stored.js";
import { STORED_SUSPENSION } from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.stored.js";
import { example } from "./example.js";

/** Parts of agencies and projects. */
export const INTERMEDIARY = [
  example(STORED_QUALIFICATION, {
    name: "检验检测机构资质认定",
    level: "省级",
    certNo: "演质20000",
    issuer: "吉林省市场监督管理局（演示）",
    validTo: "2027-01-08",
  }),
  example(
    STORED_SOURCE,
    { name: "公共随机源（演示）", reference: "第2026061期", chosenAt: "2026-06-02", knownOn: "2026-06-09" },
    { 1: { name: "公共随机源（演示）", reference: "第2026061期", chosenAt: "2026-06-02" } },
  ),
  example(STORED_DRAW, {
    candidates: ["CN-USCC-A", "CN-USCC-B"],
    candidateListHash: "a".repeat(64),
    sourceValue: "03 11 17 22 28 31 + 09",
    seed: "b".repeat(64),
  }),
  example(STORED_SUSPENSION, { from: "2026-09-21", to: "2026-09-25", reason: "公告内容更正" }),
];
