/** Generations follow each other in the order in which they were asked for, however long each takes to load. */
import { buildSchema } from "graphql";
import { createGenerations } from "../../../gateway/generation/generations.js";
import type { QueryEngine } from "../../../gateway/engine/query-engine.js";
import { NO_AGREEMENTS } from "../../../platform/disclosure/decision/index.js";
import { NOTHING_CLOSED } from "../../support/fixture-gateway.js";
import { fixtureSupergraph } from "../../support/fixture-subgraphs.js";

describe("two reloads at once", () => {
  it("are one after the other: the later one is in use in the end, and no number is given twice", async () => {
    const loaded: string[] = [];
    let releaseSecond = (): void => undefined;
    const second = new Promise<void>((resolve) => (releaseSecond = resolve));
    const [first, slow, quick] = [fixtureSupergraph(), fixtureSupergraph({ withoutStars: true }), fixtureSupergraph()];
    const generations = await createGenerations(
      { supergraph: first!, policy: NOTHING_CLOSED },
      {
        agreements: NO_AGREEMENTS,
        waysOf: () => Promise.resolve(() => Promise.reject(new Error("Nothing is asked here.")) as never),
        loadEngine: async (supergraph): Promise<QueryEngine> => {
          loaded.push(supergraph);
          if (supergraph === slow) await second;
          return {
            schema: buildSchema(supergraph, { assumeValidSDL: true }),
            execute: () => Promise.reject(new Error("Nothing is executed here.")),
            stop: () => Promise.resolve(),
          };
        },
      },
    );
    const replaced = [slow, quick].map((supergraph) =>
      generations.replace({ supergraph: supergraph!, policy: NOTHING_CLOSED }),
    );
    const aRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    while (loaded.length < 2) await aRound();
    for (let round = 0; round < 50; round++) await aRound();
    // The quick one has not begun.
    expect(loaded).toEqual([first, slow]);
    releaseSecond();
    expect((await Promise.all(replaced)).map(({ number }) => number)).toEqual([2, 3]);
    expect(generations.current().number).toBe(3);
    expect(loaded.at(-1)).toBe(quick);
    await generations.stop();
  });
});
