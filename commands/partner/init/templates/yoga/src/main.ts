/** The service: GraphQL Yoga behind a check of the gateway's signature. */
import { createYoga } from "graphql-yoga";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { MOST_BYTES, readConfig } from "./config.js";
import { createKeyFinder } from "./keys.js";
import { createSchema } from "./schema.js";
import { createVerifier, type Told } from "./signature.js";

const { gateway, host, port } = readConfig();
const verify = createVerifier({ audience: "{{name}}", keyOf: createKeyFinder(gateway) });
const yoga = createYoga<Told>({ schema: createSchema(), graphiql: false, landingPage: false, logging: "warn" });

/** The bytes of the body; undefined where they are too many. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const answer = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
};

const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = "", url: target = "", headers } = request;
  if (method === "GET" && target === "/healthz") return answer(response, 200, '{"status":"ok"}');
  const body = await readBody(request);
  if (!body) return answer(response, 413, '{"errors":[{"message":"The body is too long."}]}');
  const told = await verify({ method, target, headers, body });
  if (!told) return answer(response, 401, '{"errors":[{"message":"The request is not signed by the gateway."}]}');
  const reply = await yoga.fetch(
    new URL(target, "http://localhost"),
    {
      method,
      headers: { "content-type": "application/json", accept: "application/json" },
      body: body.toString("utf8"),
    },
    told,
  );
  answer(response, reply.status, await reply.text());
};

createServer((request, response) => {
  route(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.destroy();
  });
}).listen(port, host, () => process.stdout.write(`{{name}} answers at http://${host}:${port}/graphql\n`));
