/** Reads from the graph which parts a sitemap has, and the documents of a part. */
import { ServiceError } from "../../platform/errors/index.js";
import type { AskForAll, ToldToAll } from "./ask-for-all.js";
import type { FeedDocument } from "./feed-document.js";
import { countQuestion, SITEMAP_QUESTION } from "./feed-questions.js";
import type { KeptText } from "./send-kept.js";
import { monthsOf, MOST_PAGES, partNamed, partsOn, sitemapIndexOf, sitemapOf, type SitemapPart } from "./sitemap.js";

type Read = Pick<KeptText, "text" | "maxAge">;
type Counted = Readonly<Record<string, { readonly totalCount: number | null } | null>>;

/** Pages of the graph that a sitemap is made of: a month that has more is cut off there (docs/feeds.md). */
const MOST_ASKS = 100;

/** How many documents each part has; those without any are left out. */
const counted = async (ask: AskForAll, parts: readonly SitemapPart[]) => {
  const { data, maxAge } = await ask<Counted>(countQuestion(parts));
  return {
    maxAge,
    parts: parts
      // A number that was not counted is one above all that are.
      .map((part, index) => ({ part, count: data[`p${index}`]?.totalCount ?? Infinity }))
      .filter(({ count }) => count > 0),
  };
};

/** The index: a part for each year that has documents, for each month of a year that has many. */
export const readSitemapIndex = async (ask: AskForAll, site: string, today: string): Promise<Read> => {
  const years = await counted(ask, partsOn(today));
  const parts: SitemapPart[] = [];
  for (const { part, count } of years.parts) {
    if (count <= MOST_PAGES) parts.push(part);
    else parts.push(...(await counted(ask, monthsOf(part))).parts.map(({ part: month }) => month));
  }
  return { text: sitemapIndexOf(site, parts), maxAge: years.maxAge };
};

interface SitemapPage {
  readonly publicDocuments: {
    readonly nodes: readonly Listed[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

/** The documents of a part. Throws NOT_FOUND for what is no part and for one without documents, which no index names. */
export const readSitemap = async (ask: AskForAll, site: string, name: string): Promise<Read> => {
  const part = partNamed(name);
  if (part === undefined) throw new ServiceError("NOT_FOUND");
  const { documents, maxAge } = await documentsOf(ask, part);
  if (documents.length === 0) throw new ServiceError("NOT_FOUND");
  return { text: sitemapOf(site, documents), maxAge };
};

type Listed = Pick<FeedDocument, "indexNo" | "publishedOn">;

const documentsOf = async (ask: AskForAll, { createdFrom, createdTo }: SitemapPart) => {
  const documents: Listed[] = [];
  let [after, maxAge]: [string | null, number | undefined] = [null, undefined];
  for (let asked = 0; asked < MOST_ASKS; asked += 1) {
    const told: ToldToAll<SitemapPage> = await ask(SITEMAP_QUESTION, { filter: { createdFrom, createdTo }, after });
    if (told.data.publicDocuments === null) throw new ServiceError("SERVICE_UNAVAILABLE");
    const { nodes, pageInfo } = told.data.publicDocuments;
    documents.push(...nodes);
    maxAge = told.maxAge;
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return { documents, maxAge };
};
