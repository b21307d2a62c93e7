/** A document or more for every few fields of every type of the public graph: both engines answer as one schema would. */
import "reflect-metadata";
import {
  compareFailingFields,
  comparePublicDocuments,
  startPublicGraphs,
  type PublicGraphs,
} from "../../support/made-world/public-documents.js";

const SEED = 20_261_129;

let graphs: PublicGraphs;
beforeAll(async () => {
  graphs = await startPublicGraphs();
});
afterAll(() => graphs.stop());

describe("generated documents over the public graph", () => {
  it("ask for every field and argument, a quarter of them of several services, and are answered as one schema would", async () => {
    const { unasked, documents, crossing } = await comparePublicDocuments(graphs, { seed: SEED, runs: 2 });
    expect([...unasked]).toEqual([]);
    expect(documents).toBeGreaterThan(800);
    expect(crossing / documents).toBeGreaterThan(0.25);
  });

  it("[G10] are null and told of at the same places as in one schema, where one field fails", async () =>
    expect(await compareFailingFields(graphs, { seed: SEED, count: 300 })).toBe(300));
});
