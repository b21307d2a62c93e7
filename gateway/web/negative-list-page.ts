/** The page /negative-list: what is not open and why, in Chinese or English, from the table in force; it loads nothing. */
import express, { type Router } from "express";
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
import { chosenLanguage, escaped, sendPage, tableOf } from "./html-page.js";

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
  },
} as const;

/** Creates the route. */
export const createNegativeListPage = ({ table, clock }: NegativeListPageOptions): Router => {
  const router = express.Router();
  router.get("/negative-list", (request, response) => {
    const language = chosenLanguage(request);
    const { title } = TEXTS[language];
    const body = bodyOf(table(), language, localDateOf(clock()));
    sendPage(response, { language, path: "/negative-list", title, body });
  });
  return router;
};

const bodyOf = (table: PolicyTable, language: Language, on: LocalDate): string => {
  const text = TEXTS[language];
  const rows = negativeList(table, language, on);
  const late = rows.filter(({ overdue }) => overdue).length;
  return `<p>${text.intro}</p><p>${text.apply}</p>
<p>${text.asOf} ${on}. <span${late > 0 ? ' class="overdue"' : ""}>${late > 0 ? text.late(late) : text.timely}</span></p>
${tableOf(
  text.headings,
  rows.map((row) => cellsOf(row, language)),
)}
<h2>${text.openness}</h2>
${tableOf(
  text.shares,
  opennessOf(table, on).map((entry) => shareCells(entry, language)),
)}`;
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
