/** A feed of documents as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { beginningOf, lineOf, pageOf, topicsOf, type Feed } from "./feed-document.js";

/** Media type. */
export const JSON_FEED_TYPE = "application/feed+json";

/** The feed; an item's id is the address of its page. */
export const jsonFeedOf = ({ title, url, site, documents }: Feed): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: `${site}/`,
    feed_url: url,
    language: "zh-CN",
    items: documents.map((document) => ({
      id: pageOf(site, document.indexNo),
      url: pageOf(site, document.indexNo),
      title: document.title,
      content_text: lineOf(document),
      date_published: beginningOf(document.publishedOn),
      authors: [{ name: document.issuerName }],
      tags: topicsOf(document),
    })),
  });
