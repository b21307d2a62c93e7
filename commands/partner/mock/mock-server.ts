/** Serves a mock over HTTP: what a partner's subgraph would answer, as far as its SDL tells. */
import { setTimeout as pause } from "node:timers/promises";
import { execute, type GraphQLFieldResolver } from "graphql";
import { createHandler } from "graphql-http/lib/use/http";
import type { SubgraphSource } from "../../../platform/composition/index.js";
import { createGraphQLError } from "../../../platform/errors/index.js";
import { startHttpService, type HttpService } from "../../../platform/http/index.js";
import { createMockResolver } from "./mock-resolver.js";
import { mockSchemaOf } from "./mock-schema.js";
import { seeded } from "./seeded.js";

/** How the mock behaves. */
export interface MockServerOptions {
  readonly host?: string;
  /** 0 for a free one. */
  readonly port: number;
  /** @default 1 */
  readonly seed?: number;
  /** Items of a list. @default 3 */
  readonly items?: number;
  /** Share of roots and of requests for entities that fail, from 0 to 1. @default 0 */
  readonly errors?: number;
  /** Milliseconds that a request waits, at least and at most. @default none */
  readonly delay?: readonly [least: number, most: number];
}

/** Starts it. Throws sentences where the SDL is none. */
export const startMock = async (
  source: SubgraphSource,
  { host = "127.0.0.1", port, seed = 1, items = 3, errors = 0, delay = [0, 0] }: MockServerOptions,
): Promise<HttpService> => {
  const { schema, keys } = mockSchemaOf(source);
  let requests = 0;
  let fields = 0;
  const fail = (field: string): void => {
    fields += 1;
    if (seeded(seed, "error", fields) / 2 ** 32 < errors)
      throw createGraphQLError("SERVICE_UNAVAILABLE", `A mocked error of ${field}.`);
  };
  const query = schema.getQueryType()!.getFields();
  // The gateway and the composer read the partner's own words.
  query["_service"]!.resolve = () => ({ sdl: source.sdl });
  const entities = query["_entities"];
  if (entities) entities.resolve = failing(entities.resolve!, fail);
  const fieldResolver = createMockResolver(schema, { keys, seed, items, fail });
  const handler = createHandler({
    schema,
    async execute(args) {
      requests += 1;
      const [least, most] = delay;
      const wait = least + (seeded(seed, "delay", requests) % (most - least + 1));
      if (wait > 0) await pause(wait);
      return execute({ ...args, fieldResolver });
    },
  });
  return startHttpService({
    host,
    port,
    listener: (request, response) => {
      if (request.url === "/livez" || request.url === "/readyz") response.end("ok");
      else void handler(request, response);
    },
  });
};

const failing =
  (
    resolve: GraphQLFieldResolver<unknown, unknown>,
    fail: (field: string) => void,
  ): GraphQLFieldResolver<unknown, unknown> =>
  (...args) => {
    fail("Query._entities");
    return resolve(...args);
  };
