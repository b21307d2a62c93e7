/** A thousand generated documents over the fixtures: both engines answer as one schema with all the data and where a service says something wrong, as each other. */
import "reflect-metadata";
import { compareWithWhole, differencesUnderFaults, faultyDocuments, startCompared } from "./differential.js";
import { FIXTURES } from "./fixtures/index.js";

const SEED = 20_261_129;
const COUNT = 64;
const FAULTY = 21;

describe("generated documents", () => {
  let documents = 0;
  let crossing = 0;
  let faulty = 0;
  it.each(FIXTURES.map((fixture) => [fixture.feature, fixture] as const))(
    "agree, also where a service says something wrong: %s",
    async (_feature, fixture) => {
      const compared = await startCompared(fixture);
      try {
        const coverage = await compareWithWhole(fixture, compared, { seed: SEED, count: COUNT });
        expect([...coverage.unasked]).toEqual([]);
        const { schema } = compared.graphs.get("compiled")!;
        const comparable = faultyDocuments(schema, { seed: SEED, count: FAULTY }).filter(
          ({ query }) => !fixture.unplanned?.test(query) && !fixture.apolloDiffers?.test(query),
        );
        expect(await differencesUnderFaults(compared, comparable)).toEqual([]);
        faulty += comparable.length;
        documents += coverage.documents;
        crossing += coverage.crossing;
      } finally {
        await compared.stop();
      }
    },
  );

  it("are a thousand, of which three in ten ask several services, and three hundred with faults", () => {
    expect(documents).toBeGreaterThanOrEqual(1_000);
    expect(crossing / documents).toBeGreaterThan(0.3);
    expect(faulty).toBeGreaterThan(300);
  });
});
