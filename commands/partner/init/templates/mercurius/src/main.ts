/** The service: Mercurius on Fastify behind a check of the gateway's signature. */
import { mercuriusFederationPlugin } from "@mercuriusjs/federation";
import fastify, { type FastifyRequest } from "fastify";
import { MOST_BYTES, readConfig } from "./config.js";
import { createKeyFinder } from "./keys.js";
import { resolvers, schema } from "./schema.js";
import { createVerifier, type Told } from "./signature.js";

interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

const { gateway, host, port } = readConfig();
const verify = createVerifier({ audience: "{{name}}", keyOf: createKeyFinder(gateway) });
const tolds = new WeakMap<FastifyRequest, Told>();

const app = fastify({ bodyLimit: MOST_BYTES });

// Nothing parses the body before it is verified; what came without a body, or in another type, is not told anything and refused below.
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) => {
  const told = await verify({
    method: request.method,
    target: request.raw.url ?? "",
    headers: request.headers,
    body,
  });
  if (!told) return undefined;
  tolds.set(request, told);
  return JSON.parse(body.toString("utf8")) as Question;
});

await app.register(mercuriusFederationPlugin, { schema, resolvers, routes: false, graphiql: false });

app.get("/healthz", () => ({ status: "ok" }));

app.post<{ Body: Question }>("/graphql", (request, reply) => {
  const told = tolds.get(request);
  if (!told) return reply.code(401).send({ errors: [{ message: "The request is not signed by the gateway." }] });
  const { query, variables, operationName } = request.body;
  return reply.graphql(query, { ...told }, variables, operationName);
});

await app.listen({ host, port });
process.stdout.write(`{{name}} answers at http://${host}:${port}/graphql\n`);
