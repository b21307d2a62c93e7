/** Asks a build's gateway its own showcase operations as their viewers, a few at once. */
import { Pool } from "undici";
import type { ShowcaseOperation } from "../../support/showcase.js";
import { createViewerHeaders } from "../viewer-headers.js";
import type { BuildStack } from "./build-stack.js";
import { operationOf } from "./builds.js";

/** How many ask at once. */
export const TOGETHER = Number(process.env["BENCH_CONNECTIONS"] ?? 16);

/** Asks so many times, and gives the seconds that each answer took. Throws where one has errors other than those of a machine that is too busy. */
export type Asking = (stack: BuildStack, operation: ShowcaseOperation, times: number) => Promise<readonly number[]>;

/** Asks one at a time first, then more and more, so that pools open their connections; on a busy machine some of these take longer than they may. */
export const warmUp = async (
  ask: Asking,
  stack: BuildStack,
  operation: ShowcaseOperation,
  times: number,
): Promise<void> => {
  for (let together = 1, failures = 0; together <= TOGETHER;) {
    try {
      await ask(stack, operation, together === TOGETHER ? times : together);
      together++;
    } catch (error) {
      if (++failures > 2 * TOGETHER) throw error;
    }
  }
};

/** Creates the asker; it keeps each viewer's token for as long as that is good. */
export const createAsking = (issuerUrl: string): Asking => {
  const pools = new Map<string, Pool>();
  const headersOf = createViewerHeaders(issuerUrl);
  return async ({ url, build }, { name, viewer }, times) => {
    const pool = pools.get(url) ?? new Pool(url, { connections: TOGETHER });
    pools.set(url, pool);
    const operation = operationOf(build, name);
    const headers = await headersOf(viewer);
    let left = times;
    let again = 0;
    const seconds: number[] = [];
    await Promise.all(
      Array.from({ length: Math.min(TOGETHER, times) }, async (_none, connection) => {
        // A variable that no operation declares: equal queries of one viewer would be executed once, and their cost would not be seen.
        const body = JSON.stringify({ ...operation, variables: { ...operation.variables, connection } });
        while (left-- > 0) {
          const started = performance.now();
          const response = await pool.request({ path: "/graphql", method: "POST", headers, body });
          const text = await response.body.text();
          const isGood = response.statusCode === 200 && !text.includes('"errors":');
          if (isGood) {
            seconds.push((performance.now() - started) / 1_000);
            continue;
          }
          // On a busy machine a pool's new connection may take longer than it may: that one is asked again.
          if ((!text.includes('"SERVICE_UNAVAILABLE"') && !text.includes('"UPSTREAM_TIMEOUT"')) || ++again > times)
            throw new Error(`${name} as ${viewer} got ${response.statusCode}: ${text.slice(0, 300)}`);
          left++;
        }
      }),
    );
    return seconds;
  };
};
