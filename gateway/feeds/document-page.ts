/** The page of a document: its title block and text, with the one address under which it is known (RFC 6596). */
import { createHash } from "node:crypto";
import { pageOf, topicsOf, type FeedDocument } from "./feed-document.js";
import { escaped } from "./xml.js";

/** A document with all that its page shows. */
export interface PageDocument extends FeedDocument {
  readonly genre: string;
  readonly keywords: readonly string[];
  readonly createdOn: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly validity: string;
  readonly body: string | null;
}

const STYLE = `body{font:16px/1.8 system-ui,"Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:48rem;padding:0 1rem}h1{line-height:1.4}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;border-block:1px solid #777;padding:1rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}`;

/** Nothing is loaded, and nothing runs. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** What is told of whether it is in force. */
const VALIDITY: Readonly<Record<string, string>> = {
  NOT_YET_IN_FORCE: "尚未施行",
  IN_FORCE: "有效",
  AMENDED: "已修改",
  PARTLY_REPEALED: "部分失效",
  REPEALED: "废止",
  EXPIRED: "失效",
};

const rowsOf = (document: PageDocument): readonly (readonly [string, string | null])[] => [
  ["信息索引号", document.indexNo],
  ["发文字号", document.documentNo],
  ["发布机构", document.issuerName],
  ["主题分类", topicsOf(document).join("、")],
  ["主题词", document.keywords.join("、")],
  ["成文日期", document.createdOn],
  ["公开日期", document.publishedOn],
  ["施行日期", document.validFrom],
  ["有效期至", document.validUntil],
  ["效力状况", VALIDITY[document.validity] ?? document.validity],
];

/** The page as HTML. */
export const documentPageOf = (site: string, document: PageDocument): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(document.title)}</title><link rel="canonical" href="${escaped(pageOf(site, document.indexNo))}"><style>${STYLE}</style></head><body>
<main><h1>${escaped(document.title)}</h1>
<dl>${rowsOf(document)
  .filter(([, value]) => value !== null && value !== "")
  .map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value!)}</dd>`)
  .join("")}</dl>
${(document.body ?? "")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => `<p>${escaped(line)}</p>`)
  .join("\n")}
</main></body></html>
`;
