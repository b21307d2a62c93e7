/** Feeds, sitemaps and pages of documents: read by a feed parser of others, the same as independent SQL finds, and nothing that is not public, whoever asks. */
import { SaxesParser } from "saxes";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let parsers: typeof import("feedsmith");
beforeAll(async () => {
  parsers = await import("feedsmith");
  stack = await startStack();
});
afterAll(() => stack.stop());

const BUREAU = "11990101MB9000015E";
const HIDDEN = "11990101MB9000015E/2026-00001";

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(path.startsWith("http") ? path : `${stack.url}${path}`, { headers, redirect: "manual" });

/** The text of an answer that is well-formed XML. */
const xmlAt = async (path: string): Promise<string> => {
  const response = await get(path);
  expect(response.status).toBe(200);
  const text = await response.text();
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return text;
};
const locations = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, found]) => found!);

const published = async (where = ""): Promise<{ index_no: string; published_on: string; title: string }[]> =>
  (
    (await stack.databases["openness"]!.raw(
      `select index_no, published_on::text as published_on, title from public_documents
        where published_on <= '2026-09-28' ${where} order by published_on desc, index_no collate "C" desc`,
    )) as { rows: { index_no: string; published_on: string; title: string }[] }
  ).rows;

describe("a feed of documents", () => {
  it.each(["", `?agency=${BUREAU}`, `?topic=${encodeURIComponent("市场监管、安全生产监管")}`])(
    "is Atom and JSON Feed with the last published documents%s",
    async (search) => {
      const where = search.startsWith("?agency")
        ? `and issuer_uscc = '${BUREAU}'`
        : search === ""
          ? ""
          : "and topic = '市场监管、安全生产监管'";
      const expected = (await published(where)).slice(0, 50);
      expect(expected.length).toBeGreaterThan(2);
      const atom = parsers.parseAtomFeed(await xmlAt(`/feeds/documents.atom${search}`));
      expect(atom.entries?.map(({ title, published: day }) => [title?.value, String(day)])).toEqual(
        expected.map(({ title, published_on: day }) => [title, `${day}T00:00:00+08:00`]),
      );
      expect(atom).toMatchObject({ id: `${stack.url}/feeds/documents.atom${search}` });
      for (const entry of atom.entries ?? [])
        expect([entry.id, entry.updated, entry.authors?.[0]?.name, entry.summary?.value]).not.toContain(undefined);
      const response = await get(`/feeds/documents.json${search}`);
      expect(response.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
      const json = parsers.parseJsonFeed(await response.json());
      expect(json.items?.map(({ url }) => url)).toEqual(atom.entries?.map(({ links }) => links?.[0]?.href));
      expect(json.items?.every(({ id, content_text: text }) => id !== undefined && text !== undefined)).toBe(true);
    },
  );

  it("holds what nobody may know for nobody, also with the token of who may, and with headers that choose an answer", async () => {
    const headers = { authorization: "Bearer officer-1", "x-access": "preview", "x-cost": "show" };
    const anonymous = await (await get(`/feeds/documents.atom?agency=${BUREAU}`)).text();
    expect(anonymous).not.toContain(encodeURIComponent("2026-00001"));
    expect(await (await get(`/feeds/documents.atom?agency=${BUREAU}`, headers)).text()).toBe(anonymous);
    expect((await get(`/documents/${HIDDEN}`, headers)).status).toBe(404);
    const { body } = await stack.ask(`{ publicDocument(indexNo: "${HIDDEN}") { title } }`, { viewer: "officer-1" });
    expect(body.data.publicDocument.title).toEqual(expect.any(String));
  });

  it("may be kept, and is not sent twice to who has it", async () => {
    const first = await get("/feeds/documents.atom");
    expect(first.headers.get("cache-control")).toMatch(/^public, max-age=[1-9]\d*$/);
    expect(first.headers.get("ratelimit")).toBeNull();
    const again = await get("/feeds/documents.atom", { "if-none-match": first.headers.get("etag")! });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const other = await get("/feeds/documents.json", { "if-none-match": first.headers.get("etag")! });
    expect(other.status).toBe(200);
  });

  it.each([
    ["?agency=11990101MB9000015X", 400],
    ["?agency=91990101MA900ZZZZZ", 400],
    ["?division=x", 400],
    ["?topic=a&topic=b", 400],
    ["?limit=1000", 400],
    ["?topic=", 400],
  ])("refuses %s", async (search, status) => {
    expect((await get(`/feeds/documents.atom${search}`)).status).toBe(status);
  });

  it("has no receipt", async () => {
    expect((await get("/feeds/documents.atom", { "x-receipt": "sign" })).status).toBe(400);
  });

  it("is read, and nothing else", async () => {
    const response = await fetch(`${stack.url}/feeds/documents.atom`, { method: "POST", body: "" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, OPTIONS"]);
  });
});

describe("the sitemap", () => {
  it("names in its parts the page of each public document once", async () => {
    const parts = locations(await xmlAt("/sitemap.xml"));
    expect(parts.length).toBeGreaterThan(3);
    const pages = (await Promise.all(parts.map(async (part) => locations(await xmlAt(part))))).flat();
    const expected = (await published()).map(
      ({ index_no: no }) => `${stack.url}/documents/${no.split("/").map(encodeURIComponent).join("/")}`,
    );
    expect([...pages].sort()).toEqual(expected.sort());
  });

  it.each(["documents-1899.xml", "documents-2026-13.xml", "documents-x.xml", "documents-before-1900.xml"])(
    "has no part %s",
    async (name) => {
      expect((await get(`/sitemaps/${name}`)).status).toBe(404);
    },
  );
});

describe("the page of a document", () => {
  it("shows title block and text under one address, and loads nothing", async () => {
    const path = `/documents/${BUREAU}/2021-00001`;
    for (const address of [path, `/documents/${BUREAU}%2F2021-00001`]) {
      const response = await get(address);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      const text = await response.text();
      expect(text).toContain(`<link rel="canonical" href="${stack.url}${path}">`);
      expect(text).toContain("<dt>效力状况</dt><dd>废止</dd>");
      expect(text).toMatch(/<p>[^<]+<\/p>/);
    }
  });

  it("is found for laws, whose index number is a title", async () => {
    const [law] = await published("and issuer_uscc is null");
    const response = await get(`/documents/${law!.index_no.split("/").map(encodeURIComponent).join("/")}`);
    expect(await response.text()).toContain(`<h1>${law!.title}</h1>`);
  });
});
