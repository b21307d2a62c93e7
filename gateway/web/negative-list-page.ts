/** The page /negative-list: what is not open and why, in Chinese or English, from the table in force; it loads nothing. */
import { createHash } from "node:crypto";
import express, { type Request, type Router } from "express";
import { type Language, MASK_TEXTS, reasonText, TIER_TEXTS } from "../../platform/disclosure/vocabulary/index.js";
import {
  negativeList,
  type NegativeListRow,
  type Openness,
  opennessOf,
  type PolicyTable,
} from "../../platform/disclosure/table/index.js";
import { localDateOf, type LocalDate } from "../../platform/domain/index.js";
import type { Clock } from "../clock.js";
import { languageOf } from "../request/access.js";

/** What the page is made from. */
export interface NegativeListPageOptions {
  readonly table: () => PolicyTable;
  readonly clock: Clock;
}

const TEXTS = {
  zh: {
    title: "不予公开清单",
    intro:
      "政务信息以公开为常态、不公开为例外。下列字段不予公开或限定公开，逐项列明理由、依据、复审期限、脱敏规则和责任单位。",
    apply: "未列入的字段均向所有人公开。需要获取不予公开的信息，可依照《政府信息公开条例》第二十七条向责任单位申请。",
    openness: "各服务公开比例",
    headings: ["字段", "可查看者", "理由", "法律依据", "复审期限", "脱敏规则", "责任单位"],
    shares: ["服务", "责任单位", "字段数", "公开字段数", "公开比例", "逾期未复审"],
    overdue: "逾期未复审",
    late: (count: number) => `${count} 个字段逾期未复审；逾期不影响其不予公开状态。`,
    timely: "没有逾期未复审的字段。",
    none: "无",
    asOf: "截至",
    other: "English",
  },
  en: {
    title: "Negative list",
    intro:
      "Openness is the norm and non-openness the exception. These fields are not open, or not to everyone: each with reason, legal basis, day of review, mask and owner.",
    apply:
      "Every field that is not listed is open to everyone. To apply for what is not open, turn to the owner (Regulations on Open Government Information, article 27).",
    openness: "Open fields by service",
    headings: ["Field", "Read by", "Reason", "Legal basis", "Review by", "Mask", "Owner"],
    shares: ["Service", "Owner", "Fields", "Open", "Share", "Overdue"],
    overdue: "overdue",
    late: (count: number) => `${count} overdue for review; they stay closed until they are reviewed.`,
    timely: "Nothing is overdue for review.",
    none: "none",
    asOf: "As of",
    other: "中文",
  },
} as const;

const STYLE = `body{font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c1c1c}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}th,td{border-bottom:1px solid #d5d5d5;padding:.4rem .6rem;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid #1c1c1c}code{font-size:.95em;overflow-wrap:anywhere}.overdue{color:#a40000;font-weight:600}nav{float:right}
@media (max-width:48rem){body{margin:1rem auto}thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,tbody,tr,td{display:block}tr{padding:.6rem 0;border-bottom:1px solid #d5d5d5}td{border:0;padding:.1rem 0;overflow-wrap:anywhere}td::before{content:attr(data-label) ": ";color:#555}}
@media (prefers-color-scheme:dark){body{background:#16181c;color:#e8e8e8}th,td{border-color:#3c4048}thead th{border-color:#e8e8e8}a{color:#9cc4ff}.overdue{color:#ff9c8f}td::before{color:#a9b0ba}tr{border-color:#3c4048}}`;

/** Creates the route. */
export const createNegativeListPage = ({ table, clock }: NegativeListPageOptions): Router => {
  const router = express.Router();
  const hash = createHash("sha256").update(STYLE).digest("base64");
  router.get("/negative-list", (request, response) => {
    const language = chosenLanguage(request);
    response.set({
      "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
      "content-language": language === "zh" ? "zh-CN" : "en",
      vary: "accept-language",
    });
    response.type("html").send(renderNegativeListPage(table(), language, localDateOf(clock())));
  });
  return router;
};

const chosenLanguage = (request: Request): Language => {
  const { lang } = request.query;
  return lang === "zh" || lang === "en" ? lang : languageOf(request.header("accept-language"));
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join("")}</tr></thead>
<tbody>${rows.map((cells) => `<tr>${cells.map((cell, column) => `<td data-label="${escaped(headings[column] ?? "")}">${cell}</td>`).join("")}</tr>`).join("\n")}</tbody></table>`;

/** The page as HTML. */
export const renderNegativeListPage = (table: PolicyTable, language: Language, on: LocalDate): string => {
  const text = TEXTS[language];
  const rows = negativeList(table, language, on);
  const late = rows.filter(({ overdue }) => overdue).length;
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${text.title}</title><style>${STYLE}</style></head><body>
<nav><a href="/negative-list?lang=${language === "zh" ? "en" : "zh"}" lang="${language === "zh" ? "en" : "zh-CN"}">${text.other}</a></nav>
<h1>${text.title}</h1>
<p>${text.intro}</p><p>${text.apply}</p>
<p>${text.asOf} ${on}. <span${late > 0 ? ' class="overdue"' : ""}>${late > 0 ? text.late(late) : text.timely}</span></p>
${tableOf(
  text.headings,
  rows.map((row) => cellsOf(row, language)),
)}
<h2>${text.openness}</h2>
${tableOf(
  text.shares,
  opennessOf(table, on).map((entry) => shareCells(entry, language)),
)}
</body></html>
`;
};

const cellsOf = (row: NegativeListRow, language: Language): string[] => {
  const text = TEXTS[language];
  const separator = language === "zh" ? "、" : ", ";
  const readers = [...row.tier.map((tier) => TIER_TEXTS[tier][language]), ...row.requires].join(separator);
  const until = row.until ?? text.none;
  return [
    `<code>${escaped(`${row.type}.${row.field}`)}</code><br><small>${escaped(row.subgraph)}</small>`,
    escaped(readers),
    escaped(reasonText(row)[language]),
    escaped(row.basis),
    row.overdue ? `<span class="overdue">${escaped(until)} ${text.overdue}</span>` : escaped(until),
    escaped(row.mask ? MASK_TEXTS[row.mask][language] : text.none),
    escaped(row.owner[language]),
  ];
};

const shareCells = ({ subgraph, owner, fields, open, percent, overdue }: Openness, language: Language): string[] => [
  `<code>${escaped(subgraph)}</code>`,
  escaped(owner[language]),
  String(fields),
  String(open),
  `${percent} %`,
  overdue > 0 ? `<span class="overdue">${overdue}</span>` : "0",
];
