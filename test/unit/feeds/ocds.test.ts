/** Packages of releases: the next one has an address, also where the list is narrowed. */
import { readOcds } from "../../../gateway/feeds/read-ocds.js";

const page = { nodes: [], pageInfo: { hasNextPage: true, endCursor: "a+b" } };
const read = async (query: Record<string, unknown>, shown: object | null = page) => {
  const ask = () => Promise.resolve({ data: { contractingProcesses: shown }, maxAge: 60 }) as never;
  const { text } = await readOcds(ask, { site: "http://h", today: "2026-09-28" }, query);
  return JSON.parse(text) as { uri: string; links?: { next: string } };
};

it("a page leads to the next one with the same filter", async () => {
  expect(await read({ division: "222401", after: "x" })).toMatchObject({
    uri: "http://h/exports/ocds.json?division=222401&after=x",
    links: { next: "http://h/exports/ocds.json?division=222401&after=a%2Bb" },
  });
});

it("the last page leads nowhere, and no list is an error", async () => {
  expect(await read({}, { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } })).not.toHaveProperty("links");
  await expect(read({}, null)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
});
