/** The page of one operation, and the list of all, as plain HTML in one language. */
import {
  basisText,
  MASK_TEXTS,
  reasonText,
  TIER_TEXTS,
  type Language,
} from "../../../platform/disclosure/vocabulary/index.js";
import { requirementsOf, type FieldRule, type PolicyTable } from "../../../platform/disclosure/table/index.js";
import { COST_LIMITS } from "../../document/cost-limits.js";
import { hashOf } from "../client/share.js";
import { escaped, tableOf, type HtmlPage } from "../html-page.js";
import type { OperationFacts } from "./operation-facts.js";
import type { ShippedOperation } from "./operations.js";
import { TEXTS } from "./texts.js";

/** Where the list stands; a page stands below it, by the operation's name. */
export const OPERATIONS_PATH = "/operations";

/** What a page is rendered with. */
export interface PageSource {
  readonly language: Language;
  readonly table: PolicyTable;
  /** Whether / is the explorer, so that a page links to it. */
  readonly explorer: boolean;
}

const code = (text: string): string => `<code>${escaped(text)}</code>`;

const number = (value: number): string => value.toLocaleString("en");

/** The question in the language of the page, in English where it is in no other. */
const questionIn = (language: Language, { question }: ShippedOperation): string => question[language] ?? question.en;

const variablesTable = ({ variables, operation }: OperationFacts, language: Language): string => {
  const { variable: headings, none } = TEXTS[language];
  if (variables.length === 0) return `<p>${none}</p>`;
  const examples = JSON.parse(operation.variables ?? "{}") as Record<string, unknown>;
  return tableOf(
    headings,
    variables.map(({ name, type, fallback, description = "" }) => [
      code(`$${name}`),
      code(type),
      fallback === undefined ? none : code(fallback),
      Object.hasOwn(examples, name) ? code(JSON.stringify(examples[name])) : "",
      escaped(description),
    ]),
  );
};

const readersOf = (rule: FieldRule, language: Language): string =>
  [...rule.tier.map((tier) => TIER_TEXTS[tier][language]), ...requirementsOf(rule)].join(
    language === "zh" ? "、" : ", ",
  );

const closedPart = ({ closed }: OperationFacts, { language, table }: PageSource): string => {
  const text = TEXTS[language];
  if (closed.length === 0) return `<p>${text.nothingClosed}</p>`;
  const rows = closed.map(({ path, rule }) => [
    code(path),
    escaped(readersOf(rule, language)),
    escaped(reasonText(rule)[language]),
    escaped(basisText(table.bases[rule.basis] ?? { lawName: rule.basis }, language)),
    escaped(rule.mask ? MASK_TEXTS[rule.mask][language] : text.none),
  ]);
  return `<p>${text.closed(closed.length)} <a href="/negative-list?lang=${language}">${text.list}</a></p>
${tableOf(text.closedHeadings, rows)}`;
};

const explorerLink = ({ query, variables }: ShippedOperation, { language, explorer }: PageSource): string => {
  const target = `/${hashOf({ query, ...(variables === undefined ? {} : { variables }) })}`;
  return explorer ? `<p><a href="${escaped(target)}">${TEXTS[language].open}</a></p>` : "";
};

const answerPart = ({ answer }: ShippedOperation, language: Language): string => {
  const { answer: title, answered } = TEXTS[language];
  return answer === undefined ? "" : `<h2>${title}</h2><p>${answered}</p>\n${block(answer)}`;
};

/** Text that scrolls, by keyboard too. */
const block = (text: string): string => `<pre tabindex="0"><code>${escaped(text)}</code></pre>`;

/** The page of an operation. */
export const operationPage = (facts: OperationFacts, source: PageSource): HtmlPage => {
  const { language } = source;
  const { operation, cost } = facts;
  const text = TEXTS[language];
  const title = questionIn(language, operation);
  const costs = text.costs(number(cost.nodes), number(cost.weighted), number(COST_LIMITS.nodes.anonymous));
  return {
    language,
    path: `${OPERATIONS_PATH}/${operation.name}`,
    title,
    description: `${title} ${text.intro}`,
    body: `<p><a href="${OPERATIONS_PATH}?lang=${language}">${text.all}</a>${operation.kind === "clause" ? ` · ${text.clause(operation.number)}` : ""}</p>
${explorerLink(operation, source)}
<h2>${text.operation}</h2>
${block(operation.query.trim())}
<h2>${text.variables}</h2>
${variablesTable(facts, language)}
<h2>${text.who}</h2>
<p>${text.anybody}${facts.asksOfReader ? ` ${text.me}` : ""}</p>
${closedPart(facts, source)}
<h2>${text.cost}</h2>
<p>${costs} ${text.howCost}</p>
${answerPart(operation, language)}`,
  };
};

/** The list of all operations. */
export const operationsPage = (all: readonly OperationFacts[], language: Language): HtmlPage => {
  const text = TEXTS[language];
  const listOf = (kind: ShippedOperation["kind"]): string =>
    tableOf(
      text.listed,
      all
        .filter(({ operation }) => operation.kind === kind)
        .map(({ operation, cost, closed }) => [
          escaped(operation.number),
          `<a href="${OPERATIONS_PATH}/${operation.name}?lang=${language}">${escaped(questionIn(language, operation))}</a>`,
          number(cost.nodes),
          number(cost.weighted),
          String(closed.length),
        ]),
    );
  return {
    language,
    path: OPERATIONS_PATH,
    title: text.all,
    description: text.intro,
    body: `<p>${text.intro}</p>
<h2>${text.showcase}</h2>
${listOf("showcase")}
<h2>${text.clauses}</h2>
${listOf("clause")}`,
  };
};
