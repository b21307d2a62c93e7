/** A mapping that is served behind a gateway, beside mocks of all other services. */
import { readInstallation } from "../../../commands/partner/installation.js";
import { serveMapping } from "../../../commands/partner/connect/serve-mapping.js";
import { startMock } from "../../../commands/partner/mock/mock-server.js";
import {
  createGatewayKey,
  createPartnerKey,
  keysOfSubgraphs,
  parseGatewayKeys,
  parsePartnerKeys,
  type ContextKeys,
} from "../../../platform/auth/index.js";
import { compose } from "../../../platform/composition/index.js";
import { checkPartner, type PartnerCheck } from "../../../platform/composition/partner/index.js";
import { sdlOf, type Mapping } from "../../../platform/connect/index.js";
import { freePorts } from "../commands.js";
import { startFixtureGateway } from "../fixture-gateway.js";

const ON = "2026-11-29";

/** What runs. */
export interface ConnectedGateway {
  readonly sdl: string;
  /** Where the subgraph answers. */
  readonly url: string;
  /** Keys with which the gateway signs. */
  readonly partnerKeys: ContextKeys;
  ask(query: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** What `partner check` finds in the SDL of a mapping. */
export const checkMapping = (name: string, sdl: string): Promise<PartnerCheck> =>
  checkPartner({ name, url: "", sdl, file: `${name}.graphql` }, readInstallation(name, { owner: undefined, on: ON }));

/** Starts it; `environment` holds the secret of the backend. */
export const startConnectedGateway = async (
  mapping: Mapping,
  environment: NodeJS.ProcessEnv = {},
): Promise<ConnectedGateway> => {
  const name = mapping.subgraph;
  const partnerKeys = parsePartnerKeys(createPartnerKey("partner"));
  const sdl = sdlOf(mapping);
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}/graphql`;
  const { others, facts } = readInstallation(name, { owner: undefined, on: ON });
  const mocks = await Promise.all(
    others
      .filter((source) => source.name !== "gateway")
      .map(async (source) => ({ name: source.name, service: await startMock(source, { port: 0 }) })),
  );
  const own = { names: mocks.map((mock) => mock.name), keys: parseGatewayKeys(createGatewayKey("test")) };
  const addresses = mocks.map((mock) => ({ name: mock.name, url: `${mock.service.url}/graphql` }));
  const gateway = await startFixtureGateway([...addresses, { name, url }], {
    edition: () => compose([...others, { name, url, sdl }], facts),
    partnerKeys,
    contextKeys: keysOfSubgraphs(own, partnerKeys),
  });
  const connect = await serveMapping(mapping, {
    ...{ CONNECT_GATEWAY_URL: gateway.url, CONNECT_PORT: String(port), CONNECT_NOTICE_MS: "0" },
    ...{ CONNECT_LOG_LEVEL: "silent", ...environment },
  });
  return {
    sdl,
    url,
    partnerKeys,
    async ask(query) {
      const reply = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      return (await reply.json()) as Record<string, unknown>;
    },
    async stop() {
      await gateway.stop();
      await connect.stop();
      for (const { service } of mocks) await service.stop();
    },
  };
};
