/** The tables of docs/law.md, from the data of the law. */
import { readFileSync } from "node:fs";
import { projectPath } from "../platform/config/index.js";
import { limitRules, parseLegalBases, procedures, repairMeasures, type LimitRule } from "../platform/domain/index.js";
import { table } from "./markdown.js";

/** Units of spans, in both languages. */
const UNITS = {
  WD: "working days 工作日",
  D: "days 日",
  H: "hours 小时",
  M: "months 个月",
  Y: "years 年",
} as const satisfies Record<LimitRule["unit"], string>;

/** The span of a limit, at most and at least. */
export const spanOf = ({ amount, minimum, unit }: LimitRule): string =>
  amount === 0 ? "none" : `${amount} ${UNITS[unit]}${minimum === undefined ? "" : `, at least ${minimum}`}`;

const extensionOf = ({ extension }: LimitRule): string =>
  extension === undefined ? "" : ` (+${extension.amount}${extension.verified ? "" : ", not confirmed"})`;

/** Limits, each with document, article and day. */
export const limitsTable = (): string =>
  table(
    ["limit", "from → to", "起算与终点", "span", "law or document", "article", "since", "place", "confirmed", "说明"],
    limitRules().map((rule) => [
      rule.id,
      rule.trigger.en,
      rule.trigger.zh,
      `${spanOf(rule)}${extensionOf(rule)}`,
      [rule.instrument.title, rule.instrument.number ?? rule.instrument.source].filter(Boolean).join(", "),
      rule.article ?? "",
      rule.validFrom,
      rule.jurisdiction === "000000" ? "全国" : rule.jurisdiction,
      rule.verified ? "yes" : "**no**",
      rule.note?.zh ?? "",
    ]),
  );

interface ShippedRule {
  readonly id: string;
  readonly minMonths: number;
  readonly maxMonths: number;
  readonly kinds: readonly string[];
  readonly fineFrom?: string;
  readonly basis: string;
  readonly docNo: string;
  readonly effectiveFrom: string;
  readonly note?: { readonly en: string; readonly zh: string };
}

/** Severity of breaches as it ships. */
export const severitiesTable = (): string =>
  table(
    ["rule", "kinds", "fine from", "months", "document", "since", "what was read where", "核实情况"],
    (
      JSON.parse(readFileSync(projectPath("platform/domain/law/severity-rules.json"), "utf8")) as {
        rules: readonly ShippedRule[];
      }
    ).rules.map(({ id, kinds, fineFrom, minMonths, maxMonths, basis, docNo, effectiveFrom, note }) => [
      ...[id, kinds.join(", "), fineFrom ?? "", maxMonths === 0 ? "none" : `${minMonths} to ${maxMonths}`],
      ...[`${basis}, ${docNo}`, effectiveFrom, note?.en ?? "", note?.zh ?? ""],
    ]),
  );

/** Legal bases as they ship. */
export const basesTable = (): string =>
  table(
    ["id", "law or document", "article", "number", "rank", "since", "until", "place", "confirmed", "sets a service"],
    parseLegalBases("legal-bases.json", readFileSync(projectPath("schema/legal-bases.json"), "utf8")).bases.map(
      (basis) => [
        basis.id,
        basis.lawName,
        basis.articleNo ?? "",
        basis.docNo,
        basis.rank.toLowerCase().replaceAll("_", " "),
        basis.effectiveFrom,
        basis.effectiveTo ?? "",
        basis.jurisdiction === "000000" ? "全国" : basis.jurisdiction,
        basis.verified ? "yes" : "**no**",
        basis.setsIntermediaryService === undefined ? "not looked up" : basis.setsIntermediaryService ? "yes" : "no",
      ],
    ),
  );

/** What steps of procedures rest on. */
export const stepsTable = (): string =>
  table(
    ["procedure", "what", "事项", "basis", "since", "place", "confirmed", "figures", "说明"],
    procedures().map((procedure) => [
      procedure.id,
      procedure.what.en,
      procedure.what.zh,
      procedure.basisClause,
      procedure.validFrom,
      procedure.jurisdiction === "000000" ? "全国" : procedure.jurisdiction,
      procedure.verified ? "yes" : "**no**",
      Object.entries(procedure.figures ?? {})
        .map(([name, values]) => `${name} ${values.join("/")}`)
        .join(", "),
      procedure.note?.zh ?? "",
    ]),
  );

/** Measures of repair with their limits. */
export const measuresTable = (): string =>
  table(
    [
      "system",
      "measures",
      "number",
      "since",
      "authorities and lists",
      "acceptance",
      "decision, from",
      "confirmed",
      "说明",
    ],
    repairMeasures().map(
      ({ id, title, number, validFrom, authorities = [], lists = [], verified, note, ...limits }) => [
        ...[id, title, number ?? "", validFrom, [...authorities, ...lists].join("、"), limits.acceptance],
        ...[`${limits.decision}, ${limits.decisionFrom.toLowerCase()}`, verified ? "yes" : "**no**", note?.zh ?? ""],
      ],
    ),
  );
