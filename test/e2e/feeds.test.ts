/** Feeds, sitemaps and pages of documents: read by a feed parser of others, the same as independent SQL finds, and nothing that is not public, whoever asks. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type AjvDraft04 from "ajv-draft-04";
import { SaxesParser } from "saxes";
import { projectPath } from "../../platform/config/index.js";
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

describe("releases of contracting", () => {
  const load = createRequire(import.meta.url);
  /** The published schema of a release, draft 4 of JSON Schema. */
  const isRelease = () => {
    const Ajv = load("ajv-draft-04") as typeof AjvDraft04.default;
    const ajv = new Ajv({ strict: false, allErrors: true });
    (load("ajv-formats") as (ajv: unknown) => void)(ajv);
    const schema = readFileSync(projectPath("test/support/ocds/release-schema-1__1__4.json"), "utf8");
    return ajv.compile(JSON.parse(schema) as object);
  };

  it("validate against the published schema, hold each public process, and nothing that is not public", async () => {
    const response = await get("/exports/ocds.json", { authorization: "Bearer officer-1" });
    const told = (await response.json()) as Record<string, unknown> & { releases: Record<string, unknown>[] };
    // What the schema of packages asks for (1.1, release-package-schema.json).
    expect(told).toMatchObject({
      version: "1.1",
      publisher: { name: "govgraph" },
      uri: `${stack.url}/exports/ocds.json`,
    });
    expect(told["publishedDate"]).toBe("2026-09-28T00:00:00+08:00");
    const validate = isRelease();
    for (const release of told.releases) expect([validate(release), validate.errors]).toEqual([true, null]);
    // Some are refused, so that the schema is one.
    expect(validate({ ...told.releases[0], ocid: undefined })).toBe(false);
    expect(validate({ ...told.releases[0], tag: ["done"] })).toBe(false);
    const { rows } = (await stack.databases["openness"]!.raw(
      `select 'ocds-000000-' || id as ocid from contracting_processes where published_on <= '2026-09-28' order by planned_on desc, id desc`,
    )) as { rows: { ocid: string }[] };
    expect(told.releases.map(({ ocid }) => ({ ocid }))).toEqual(rows);
    const unpublished = told.releases.find(({ ocid }) => ocid === "ocds-000000-GM222401-2026-002");
    expect(unpublished).toMatchObject({ awards: [], tag: ["planning", "tender"] });
  });

  it("keep amounts to the fen", async () => {
    const text = await (await get("/exports/ocds.json?division=222401")).text();
    expect(text).toContain('"value":{"amount":1105000.01,"currency":"CNY"}');
    expect(text).toContain('"value":{"amount":22999999,"currency":"CNY"}');
  });

  it.each(["?after=x", "?division=zz", "?first=5"])("refuse %s", async (search) => {
    expect((await get(`/exports/ocds.json${search}`)).status).toBe(400);
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
