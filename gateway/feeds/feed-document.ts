/** A document as feeds, sitemap and pages know it, and where its page stands. */

/** Fields of a document that a feed tells. */
export interface FeedDocument {
  readonly indexNo: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly issuerName: string;
  readonly topic: string;
  readonly subtopic: string | null;
  readonly summary: string | null;
  /** Day of publication in Asia/Shanghai, such as 2026-09-28. */
  readonly publishedOn: string;
}

/** A feed: its documents, and what it is about. */
export interface Feed {
  readonly title: string;
  /** Address of the feed itself. */
  readonly url: string;
  /** Scheme and host of the gateway. */
  readonly site: string;
  /** The last published first. */
  readonly documents: readonly FeedDocument[];
  /** Day on which it was made. */
  readonly today: string;
}

/** Where the pages of documents stand. */
export const DOCUMENTS_PATH = "/documents";

/** The one address of the page of a document; a slash of its index number stays one, because proxies refuse an escaped one. */
export const pageOf = (site: string, indexNo: string): string =>
  `${site}${DOCUMENTS_PATH}/${indexNo.split("/").map(encodeURIComponent).join("/")}`;

/** Beginning of a day in Asia/Shanghai, which has no summer time, as RFC 3339 writes it. */
export const beginningOf = (day: string): string => `${day}T00:00:00+08:00`;

/** What a document is about in a line: its summary, or who issued it under which number. */
export const lineOf = ({ summary, issuerName, documentNo }: FeedDocument): string =>
  summary ?? [issuerName, documentNo].filter((part) => part !== null).join(" ");

/** Topics of a document. */
export const topicsOf = ({ topic, subtopic }: FeedDocument): readonly string[] =>
  subtopic === null ? [topic] : [topic, subtopic];
