/** A feed of documents as Atom (RFC 4287). */
import { beginningOf, lineOf, pageOf, topicsOf, type Feed, type FeedDocument } from "./feed-document.js";
import { element, escaped } from "./xml.js";

/** Media type (RFC 4287 section 7). */
export const ATOM_TYPE = "application/atom+xml";

/** The feed; an entry's id is the address of its page (section 4.2.6), a feed without entries changed when the day began (section 4.2.15). */
export const atomOf = ({ title, url, site, documents, today }: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    element("id", url),
    element("title", title),
    `<link rel="self" type="${ATOM_TYPE}" href="${escaped(url)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(`${site}/`)}"/>`,
    element("updated", beginningOf(documents[0]?.publishedOn ?? today)),
    ...documents.map((document) => entryOf(site, document)),
    "</feed>\n",
  ].join("\n");

const entryOf = (site: string, document: FeedDocument): string => {
  const page = pageOf(site, document.indexNo);
  return [
    "<entry>",
    element("id", page),
    element("title", document.title),
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    element("published", beginningOf(document.publishedOn)),
    element("updated", beginningOf(document.publishedOn)),
    `<author>${element("name", document.issuerName)}</author>`,
    ...topicsOf(document).map((topic) => `<category term="${escaped(topic)}"/>`),
    element("summary", lineOf(document)),
    "</entry>",
  ].join("");
};
