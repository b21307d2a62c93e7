/** The service: Apollo Server behind a check of the gateway's signature. */
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type RequestHandler } from "express";
import { MOST_BYTES, readConfig } from "./config.js";
import { createKeyFinder } from "./keys.js";
import { createSchema } from "./schema.js";
import { createVerifier, type Told } from "./signature.js";

const { gateway, host, port } = readConfig();
const verify = createVerifier({ audience: "{{name}}", keyOf: createKeyFinder(gateway) });

const server = new ApolloServer<Told>({
  schema: createSchema(),
  includeStacktraceInErrorResponses: false,
  plugins: [ApolloServerPluginInlineTraceDisabled()],
});
await server.start();

/** Answers 401 before anything parses the body, unless the gateway signed it. */
const signed: RequestHandler = async (request, response, next) => {
  const { method, originalUrl: target, headers } = request;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const told = await verify({ method, target, headers, body });
  if (!told)
    return void response.status(401).json({ errors: [{ message: "The request is not signed by the gateway." }] });
  response.locals["told"] = told;
  request.body = JSON.parse(body.toString("utf8"));
  next();
};

const app = express();
app.disable("x-powered-by");
app.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
app.post(
  "/graphql",
  express.raw({ type: () => true, limit: MOST_BYTES, inflate: false }),
  signed,
  expressMiddleware(server, { context: async ({ res }) => res.locals["told"] as Told }),
);

app.listen(port, host, () => process.stdout.write(`{{name}} answers at http://${host}:${port}/graphql\n`));
