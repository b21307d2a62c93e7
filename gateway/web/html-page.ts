/** What pages that load nothing have in common: language, frame, style, tables, and the policy under which they are sent. */
import { createHash } from "node:crypto";
import type { Request, Response } from "express";
import type { Language } from "../../platform/disclosure/vocabulary/index.js";
import { languageOf } from "../request/access.js";

/** A page in one language. */
export interface HtmlPage {
  readonly language: Language;
  /** Where it stands; each language is there behind `?lang=`. */
  readonly path: string;
  readonly title: string;
  /** What search engines show of it. @default nothing */
  readonly description?: string;
  /** HTML. */
  readonly body: string;
}

const TAGS: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };

const LANGUAGES: readonly Language[] = ["zh", "en"];

const OTHER: Readonly<Record<Language, { readonly language: Language; readonly name: string }>> = {
  zh: { language: "en", name: "English" },
  en: { language: "zh", name: "中文" },
};

const STYLE = `body{font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c1c1c}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}th,td{border-bottom:1px solid #d5d5d5;padding:.4rem .6rem;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid #1c1c1c}code{font-size:.95em;overflow-wrap:anywhere}.overdue{color:#a40000;font-weight:600}nav{float:right}a{color:#0b57d0}
pre{overflow:auto;max-height:32rem;padding:.8rem;background:#f2f5f9}
@media (max-width:48rem){body{margin:1rem auto}thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,tbody,tr,td{display:block}tr{padding:.6rem 0;border-bottom:1px solid #d5d5d5}td{border:0;padding:.1rem 0;overflow-wrap:anywhere}td::before{content:attr(data-label) ": ";color:#555}}
@media (prefers-color-scheme:dark){body{background:#16181c;color:#e8e8e8}pre{background:#22262d}th,td{border-color:#3c4048}thead th{border-color:#e8e8e8}a{color:#9cc4ff}.overdue{color:#ff9c8f}td::before{color:#a9b0ba}tr{border-color:#3c4048}}`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Text as HTML, also between quotes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A table of cells in HTML; on a narrow screen each cell stands below the last, behind its heading. */
export const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join("")}</tr></thead>
<tbody>${rows.map((cells) => `<tr>${cells.map((cell, column) => `<td data-label="${escaped(headings[column] ?? "")}">${cell}</td>`).join("")}</tr>`).join("\n")}</tbody></table>`;

/** The language that a reader chose by `?lang=`, else that of the browser. */
export const chosenLanguage = (request: Request): Language => {
  const { lang } = request.query;
  return lang === "zh" || lang === "en" ? lang : languageOf(request.header("accept-language"));
};

/** The page as HTML. */
export const renderPage = ({ language, path, title, description, body }: HtmlPage): string => {
  const other = OTHER[language];
  return `<!doctype html>
<html lang="${TAGS[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>${description === undefined ? "" : `<meta name="description" content="${escaped(description)}">`}<style>${STYLE}</style></head><body>
<nav><a href="${path}?lang=${other.language}" lang="${TAGS[other.language]}">${other.name}</a></nav>
<main>
<h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;
};

/** Sends it; it loads nothing and runs nothing. */
export const sendPage = (response: Response, page: HtmlPage): void => {
  response.set({
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
    "content-language": TAGS[page.language],
    // For search engines: the page in each language (RFC 8288, section 3.4.1).
    link: LANGUAGES.map((each) => `<${page.path}?lang=${each}>; rel="alternate"; hreflang="${TAGS[each]}"`).join(", "),
    vary: "accept-language",
  });
  response.type("html").send(renderPage(page));
};
