/** One gateway of the engine benchmark as a process of its own, by its name. */
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSchema, getNamedType, isObjectType } from "graphql";
import { startGateway } from "../../../gateway/gateway.js";
import { createGatewayKey, parseGatewayKeys } from "../../../platform/auth/index.js";
import type { PolicyTable } from "../../../platform/disclosure/table/index.js";
import { createLogger } from "../../../platform/telemetry/index.js";
import type { GatewayName } from "./gateway-names.js";
import { startHive } from "./hive.js";
import { startPlain } from "./plain.js";
import { NO_TOKENS, NOTHING_CLOSED } from "../../support/fixture-gateway.js";
import { VIEWERS } from "../../support/viewers.js";
import { caseFile } from "./worlds.js";

const NAMES = ["accounts", "inventory", "products", "reviews"];

/** Whoever it is, a token is a viewer of its own. */
const EVERY_TOKEN = {
  ...NO_TOKENS,
  verify: async (token: string) => ({ ...VIEWERS["citizen-1"], username: token, subjectHash: token }),
};

/** Without a protection it is as `without.ts` has left it. */
const ours = async (
  engine: "compiled" | "apollo",
  origin: string,
  policy: PolicyTable = NOTHING_CLOSED,
): Promise<string> => {
  const gateway = await startGateway({
    host: "127.0.0.1",
    port: 0,
    admin: { host: "127.0.0.1", port: 0 },
    subgraphs: new Map(NAMES.map((name) => [name, `${origin}/${name}`])),
    contextKeys: parseGatewayKeys(createGatewayKey("bench")),
    cursorSecret: "bench",
    issuerUrl: "http://localhost:8080/realms/gov",
    clock: () => new Date("2026-09-28T04:00:00Z"),
    explorer: false,
    engine,
    log: createLogger({ name: "gateway", level: process.env["BENCH_WITHOUT"] === "no-log" ? "silent" : "info" }),
    edition: () => ({ supergraph: caseFile("supergraph.graphql"), policy }),
    // Each gateway takes all that the fifty connections ask at once; a document without @listSize counts as heavy.
    slots: {
      atOnce: 64,
      writesAtOnce: 64,
      heavyAtOnce: 64,
      heavyNodes: 2_000,
      waiting: { light: 5_000, write: 5_000, heavy: 5_000 },
    },
    // Counted, and never used up.
    rate: { quotas: { anonymous: 1e12, signedIn: 1e12 } },
    verifier: EVERY_TOKEN,
  });
  return `${gateway.url.replace(/\/graphql$/, "")}/graphql`;
};

/** A table in which every field of the case is the same whoever asks. */
const allTheSame = (): PolicyTable => {
  const types = Object.values(buildSchema(caseFile("supergraph.graphql"), { assumeValidSDL: true }).getTypeMap());
  const fields = Object.fromEntries(
    types.filter(isObjectType).map((type) => [
      type.name,
      Object.fromEntries(
        Object.values(type.getFields()).map((field) => {
          const result = getNamedType(field.type);
          return [field.name, isObjectType(result) ? result.name : null];
        }),
      ),
    ]),
  );
  const owner = { zh: "bench", en: "bench" };
  return {
    ...NOTHING_CLOSED,
    subgraphs: Object.fromEntries(
      NAMES.map((name) => [name, { owner, enforces: true, hash: "bench", fields: 0, closed: 0 }]),
    ),
    sameForAll: Object.fromEntries(NAMES.map((name) => [name, fields])),
  };
};

/** ApolloGateway on Apollo Server, as its documentation has it. */
const stock = async (origin: string): Promise<string> => {
  const gateway = new ApolloGateway({
    supergraphSdl: caseFile("supergraph.graphql"),
    buildService: ({ name }) => new RemoteGraphQLDataSource({ url: `${origin}/${name}` }),
  });
  const server = new ApolloServer({ gateway, persistedQueries: false });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
  return url;
};

const start = (name: GatewayName, origin: string): Promise<string> => {
  switch (name) {
    case "stock":
      return stock(origin);
    case "plain":
      return startPlain(origin);
    case "hive":
    case "hive-rust":
      return startHive(name, origin);
    case "apollo":
      return ours("apollo", origin);
    case "public":
      return ours("compiled", origin, allTheSame());
    default:
      return ours("compiled", origin);
  }
};

const [, , name, origin] = process.argv;
const url = await start(name as GatewayName, origin!);
process.on("message", (message) => {
  if (message !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send!({ cpuSeconds: (user + system) / 1e6, peakMiB: process.resourceUsage().maxRSS / 1024 });
});
process.on("disconnect", () => process.exit());
process.send!({ url });
