/** Asks a build's gateway its own showcase operations as their viewers, a few at once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "undici";
import type { ShowcaseOperation } from "../../support/showcase.js";
import { createViewerHeaders } from "../viewer-headers.js";
import type { BuildStack } from "./build-stack.js";

/** How many ask at once. */
const TOGETHER = 4;

/** Asks so many times. Throws where an answer has errors other than those of a machine that is too busy. */
export type Asking = (stack: BuildStack, operation: ShowcaseOperation, times: number) => Promise<void>;

/** Asks one at a time first, so that pools open their connections; on a busy machine some of these take longer than they may. */
export const warmUp = async (
  ask: Asking,
  stack: BuildStack,
  operation: ShowcaseOperation,
  times: number,
): Promise<void> => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const isGood = await ask(stack, operation, 1 + (attempt % TOGETHER)).then(
      () => true,
      () => false,
    );
    if (isGood && attempt >= TOGETHER) break;
  }
  await ask(stack, operation, times);
};

/** The words of an operation as the build has them. */
const bodyOf = (build: string, name: string): string =>
  JSON.stringify({
    query: readFileSync(join(build, `schema/operations/${name}.graphql`), "utf8"),
    variables: JSON.parse(readFileSync(join(build, `schema/operations/${name}.variables.json`), "utf8")) as unknown,
  });

/** Creates the asker; it keeps each viewer's token for as long as that is good. */
export const createAsking = (issuerUrl: string): Asking => {
  const pools = new Map<string, Pool>();
  const headersOf = createViewerHeaders(issuerUrl);
  return async ({ url, build }, { name, viewer }, times) => {
    const pool = pools.get(url) ?? new Pool(url, { connections: TOGETHER });
    pools.set(url, pool);
    const body = bodyOf(build, name);
    const headers = await headersOf(viewer);
    let left = times;
    let again = 0;
    await Promise.all(
      Array.from({ length: Math.min(TOGETHER, times) }, async () => {
        while (left-- > 0) {
          const response = await pool.request({ path: "/graphql", method: "POST", headers, body });
          const text = await response.body.text();
          const isGood = response.statusCode === 200 && !text.includes('"errors":');
          if (isGood) continue;
          // On a busy machine a pool's new connection may take longer than it may: that one is asked again.
          if ((!text.includes('"SERVICE_UNAVAILABLE"') && !text.includes('"UPSTREAM_TIMEOUT"')) || ++again > times)
            throw new Error(`${name} as ${viewer} got ${response.statusCode}: ${text.slice(0, 300)}`);
          left++;
        }
      }),
    );
  };
};
