/** Ten thousand generated documents over the public graph (`npm run test:long`): both engines answer as one schema would. */
import "reflect-metadata";
import { comparePublicDocuments, startPublicGraphs } from "../support/made-world/public-documents.js";

/** @default another for each run; it is printed */
const SEED = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);

it("ten thousand generated documents are answered as one schema would", async () => {
  process.stderr.write(`SEED=${SEED}\n`);
  const graphs = await startPublicGraphs();
  try {
    const { unasked, documents, crossing } = await comparePublicDocuments(graphs, { seed: SEED, runs: 24 });
    process.stderr.write(`${documents} documents, ${crossing} of them asked several services\n`);
    expect([...unasked]).toEqual([]);
    expect(documents).toBeGreaterThanOrEqual(10_000);
    expect(crossing / documents).toBeGreaterThan(0.3);
  } finally {
    await graphs.stop();
  }
});
