/** Feeds and sitemaps written from documents: text stands escaped, and parts cover each day once. */
import { SaxesParser } from "saxes";
import { atomOf } from "../../../gateway/feeds/atom.js";
import { documentPageOf } from "../../../gateway/feeds/document-page.js";
import { pageOf } from "../../../gateway/feeds/feed-document.js";
import { monthsOf, partNamed, partsOn } from "../../../gateway/feeds/sitemap.js";

const DOCUMENT = {
  ...{ indexNo: '1/"&<\u0000中', title: "<script>\u0000&\uD800", documentNo: null, issuerName: "甲", topic: "a\"'" },
  ...{ subtopic: null, summary: null, publishedOn: "2026-09-28" },
};
const FEED = { title: "a<b", url: "http://h/?a=1&b=2", site: "http://h", documents: [DOCUMENT], today: "2026-09-28" };

const wellFormed = (text: string): void => {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
};

it("Atom is well-formed whatever stands in a document", () => {
  wellFormed(atomOf({ ...FEED, documents: [{ ...DOCUMENT, indexNo: '1/"&<中' }] }));
  expect(atomOf({ ...FEED, documents: [{ ...DOCUMENT, indexNo: "1" }] })).not.toContain("<script>");
});

it("a feed without documents says when the day began", () => {
  const text = atomOf({ ...FEED, documents: [] });
  wellFormed(text);
  expect(text).toContain("<updated>2026-09-28T00:00:00+08:00</updated>");
});

it("a page holds no markup of a document", () => {
  const text = documentPageOf("http://h", {
    ...DOCUMENT,
    ...{ genre: "NOTICE", keywords: ["<b>"], createdOn: "2026-09-01", validFrom: "2026-09-01", validUntil: null },
    ...{ validity: "IN_FORCE", body: "<img src=x onerror=alert(1)>\n第二段" },
  });
  expect(text).not.toMatch(/<script|<b>|<img/);
  expect(text.match(/<p>/g)).toHaveLength(2);
});

it("an index number is escaped in its address, but for the slash", () => {
  expect(pageOf("http://h", "11/2026-1 (甲)?#")).toBe("http://h/documents/11/2026-1%20(%E7%94%B2)%3F%23");
});

it("parts of a sitemap cover each day once", () => {
  const parts = partsOn("2026-09-28").flatMap(monthsOf);
  for (const day of ["1949-10-01", "2008-12-31", "2009-01-01", "2024-02-29", "2026-02-28", "2026-12-31"])
    expect(parts.filter(({ createdFrom = "", createdTo }) => createdFrom <= day && day <= createdTo).length).toBe(1);
  for (const part of [...parts, ...partsOn("2026-09-28")]) expect(partNamed(part.name)).toEqual(part);
});

it.each(["", "2026-00", "2026-13", "0999", "20260", "before-", "before-99", "2026-1"])("%p is no part", (name) => {
  expect(partNamed(name)).toBeUndefined();
});
