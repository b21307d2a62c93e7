/** What feeds, sitemap and pages ask the graph; each is a question that anybody may ask. */
import type { SitemapPart } from "./sitemap.js";

/** Documents of a feed, the last published first. */
export const FEED_QUESTION = `query FeedOfDocuments($filter: PublicDocumentFilter) {
  publicDocuments(first: 50, orderBy: PUBLISHED, filter: $filter) {
    nodes { indexNo title documentNo issuerName topic subtopic summary publishedOn }
  }
}`;

/** The body whose documents a feed tells. */
export const ISSUER_QUESTION = `query IssuerOfFeed($uscc: USCC!) { organization(uscc: $uscc) { id name } }`;

/** A page of a sitemap's documents. */
export const SITEMAP_QUESTION = `query DocumentsOfSitemap($filter: PublicDocumentFilter, $after: String) {
  publicDocuments(first: 100, after: $after, filter: $filter) {
    nodes { indexNo publishedOn }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** A document with all that its page shows. */
export const PAGE_QUESTION = `query PageOfDocument($indexNo: ID!) {
  publicDocument(indexNo: $indexNo) {
    indexNo title documentNo issuerName topic subtopic summary publishedOn
    genre keywords createdOn validFrom validUntil validity body
  }
}`;

/** How many documents each part has, under the names p0, p1 and so on. */
export const countQuestion = (parts: readonly SitemapPart[]): string =>
  `query SizesOfSitemaps {
${parts
  .map(({ createdFrom, createdTo }, index) => {
    const from = createdFrom === undefined ? "" : `createdFrom: "${createdFrom}", `;
    return `  p${index}: publicDocuments(first: 1, filter: { ${from}createdTo: "${createdTo}" }) { totalCount }`;
  })
  .join("\n")}
}`;
