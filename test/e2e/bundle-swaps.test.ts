/** A hundred bundles are taken into use under thirty-two clients: no request fails, none is answered by two of them. */
import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSignerKeys } from "../../platform/auth/index.js";
import type { FieldRule, PolicyTable } from "../../platform/disclosure/table/index.js";
import { newSigner, signBundle, startBundleServer, supergraphAt } from "../support/bundles.js";
import { closedAs } from "../support/closures.js";
import { startFixtureGateway } from "../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph } from "../support/fixture-subgraphs.js";

const SWAPS = 100;
const CLIENTS = 32;
const REQUESTS = 5_000;
const SIGNER = newSigner("swaps");

const closing = (...places: readonly (readonly [subgraph: string, field: string])[]): PolicyTable => ({
  ...{ specification: "disclosure/v1.0", hash: String(places.length), bases: {}, records: {} },
  ...{ subgraphs: {}, opened: [], personal: [], aggregates: [] },
  fields: places.map(([subgraph, field]): FieldRule => ({
    ...{ subgraph, type: "Shop", field, tier: ["NEVER"], reason: "TRADE_SECRET", basis: "OGI-2019-15" },
  })),
});
/** What each of two kinds of bundle shows. */
const KINDS = [
  { policy: closing(["ratings", "stars"]), shows: { name: true, stars: false } },
  { policy: closing(["shops", "name"]), shows: { name: false, stars: true } },
] as const;

it(`answers ${REQUESTS} requests of ${CLIENTS} clients through ${SWAPS} swaps`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-swaps-"));
  const subgraphs = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  const source = await startBundleServer();
  const serve = async (version: number): Promise<void> => {
    const { policy } = KINDS[version % KINDS.length]!;
    const bundle = {
      ...{ version, composedAt: "2026-11-30T00:00:00Z", policy, publicSchema: "type Query { a: Int }" },
      supergraph: supergraphAt(closedAs(fixtureSupergraph(), policy), subgraphs),
      subgraphs: subgraphs.map(({ name, url }) => ({ name, url })),
    };
    source.serve(await signBundle(bundle, SIGNER));
  };
  await serve(1);
  const gateway = await startFixtureGateway([], {
    bundles: {
      ...{ url: source.url, file: join(folder, "kept.jws"), pollMs: 3_600_000 },
      ...{ origins: subgraphs.map(({ url }) => new URL(url).origin), signers: parseSignerKeys(SIGNER.publicKey) },
    },
    deadlines: { callMs: 600_000, requestMs: 600_000 },
    rate: { quotas: { anonymous: 0, signedIn: 0 } },
  });
  let swaps = 0;
  let requests = 0;
  const seen = [0, 0];
  const failed: string[] = [];
  const client = async (number: number): Promise<void> => {
    while (swaps < SWAPS || requests < REQUESTS) {
      requests += 1;
      const id = `${number}-${requests}`;
      // A document of one in fifty is new, and is planned while bundles come and go.
      const comment = requests % 50 === 0 ? ` alias${requests}: topics` : "";
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: `{ shop(id: "${id}") { id name stars } topics${comment} }` }),
      });
      const text = await response.text();
      const { data, errors } = JSON.parse(text) as {
        data?: { shop: { id: string; name: unknown; stars: unknown }; topics: unknown };
        errors?: unknown;
      };
      const kind = KINDS.findIndex(
        ({ shows }) =>
          data?.shop.name === (shows.name ? `Shop ${id}` : null) && data?.shop.stars === (shows.stars ? 4 : null),
      );
      if (response.status !== 200 || errors !== undefined || kind < 0 || data?.shop.id !== id) failed.push(text);
      else seen[kind]! += 1;
    }
  };
  try {
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
    for (; swaps < SWAPS; swaps += 1) {
      const before = requests;
      await serve(swaps + 2);
      expect((await gateway.reload()).number).toBe(swaps + 2);
      // Each of them serves before the next one comes.
      while (requests < before + REQUESTS / SWAPS) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(clients);
    expect(failed).toEqual([]);
    expect(seen[0]! + seen[1]!).toBe(requests);
    expect(Math.min(...seen)).toBeGreaterThan(REQUESTS / 10);
  } finally {
    await gateway.stop();
    await source.stop();
    for (const subgraph of subgraphs) await subgraph.stop();
    rmSync(folder, { recursive: true });
  }
}, 600_000);
