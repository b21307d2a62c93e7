/** Sitemaps: an index of parts, and the pages of a part (https://www.sitemaps.org/protocol.html). */
import { pageOf, type FeedDocument } from "./feed-document.js";
import { element } from "./xml.js";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Where parts stand. */
export const SITEMAPS_PATH = "/sitemaps";

/** Most pages of a part; a year with more is told by months. */
export const MOST_PAGES = 1_000;

/** Years that are parts of their own: this one and those before it; what is older is one part. */
const YEARS = 18;

/** Days that a part covers. */
export interface SitemapPart {
  readonly name: string;
  readonly createdFrom?: string;
  readonly createdTo: string;
}

const part = (name: string, from: string, to: string): SitemapPart => ({ name, createdFrom: from, createdTo: to });

const ofYear = (year: string): SitemapPart => part(year, `${year}-01-01`, `${year}-12-31`);

const ofMonth = (year: string, month: string): SitemapPart => {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return part(`${year}-${month}`, `${year}-${month}-01`, `${year}-${month}-${last}`);
};

const before = (year: string): SitemapPart => ({
  name: `before-${year}`,
  createdTo: `${Number(year) - 1}-12-31`,
});

/** The parts that may be there on the day, the latest first; the last one holds what is older. */
export const partsOn = (today: string): readonly SitemapPart[] => {
  const latest = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, index) => String(latest - index));
  return [...years.map(ofYear), before(years.at(-1)!)];
};

/** The months of a part of a year; other parts stay whole. */
export const monthsOf = (year: SitemapPart): readonly SitemapPart[] =>
  /^\d{4}$/.test(year.name)
    ? Array.from({ length: 12 }, (_, index) => ofMonth(year.name, String(index + 1).padStart(2, "0")))
    : [year];

/** The part with a name; undefined for what is none. */
export const partNamed = (name: string): SitemapPart | undefined => {
  const [, earlier, year, month] = /^(?:before-(\d{4})|([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?)$/.exec(name) ?? [];
  if (earlier !== undefined) return before(earlier);
  if (year === undefined) return undefined;
  return month === undefined ? ofYear(year) : ofMonth(year, month);
};

/** The index of sitemaps. */
export const sitemapIndexOf = (site: string, parts: readonly SitemapPart[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="${NAMESPACE}">
${parts.map(({ name }) => `<sitemap>${element("loc", `${site}${SITEMAPS_PATH}/documents-${name}.xml`)}</sitemap>`).join("\n")}
</sitemapindex>
`;

/** A sitemap of documents. */
export const sitemapOf = (site: string, documents: readonly Pick<FeedDocument, "indexNo" | "publishedOn">[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="${NAMESPACE}">
${documents.map(({ indexNo, publishedOn }) => `<url>${element("loc", pageOf(site, indexNo))}${element("lastmod", publishedOn)}</url>`).join("\n")}
</urlset>
`;
