/** A gateway over a made world, to be attacked: nothing is closed, and services give values without a database. */
import { engineLoader } from "../../../gateway/engine/engines.js";
import type { RunningGateway } from "../../../gateway/gateway.js";
import { readSchemaEdition } from "../../../gateway/generation/schema-files.js";
import { TEST_ENGINE } from "../engine.js";
import { closedAs } from "../closures.js";
import { NOTHING_CLOSED, startFixtureGateway } from "../fixture-gateway.js";
import { createMadeGraphs, type MadeGraphs } from "../made-world/made-graph.js";
import { startMadeHttp, type MadeHttp } from "../made-world/made-http.js";

/** What is attacked. */
export interface AttackedGateway {
  readonly url: string;
  readonly graphs: MadeGraphs;
  /** Requests to services so far. */
  requests(): number;
  /** Plans made so far. */
  plans(): number;
  stop(): Promise<void>;
}

/** Starts the gateway alone; no client has a bucket that could run empty. */
export const startAttackedGateway = async (
  subgraphs: MadeHttp["subgraphs"],
  planned: () => void,
): Promise<RunningGateway> =>
  startFixtureGateway(subgraphs, {
    edition: () => {
      const edition = readSchemaEdition();
      return { ...edition, supergraph: closedAs(edition.supergraph, NOTHING_CLOSED), policy: NOTHING_CLOSED };
    },
    loadEngine: (await engineLoader(TEST_ENGINE))({ planned }),
    rate: { quotas: { anonymous: 1e12, signedIn: 1e12 } },
  });

/** Starts it with its services. */
export const startAttacked = async (): Promise<AttackedGateway> => {
  const graphs = createMadeGraphs();
  const http = await startMadeHttp(graphs.made);
  let plans = 0;
  const gateway = await startAttackedGateway(http.subgraphs, () => (plans += 1));
  return {
    url: gateway.url,
    graphs,
    requests: http.requests,
    plans: () => plans,
    async stop() {
      await gateway.stop();
      await http.stop();
    },
  };
};
