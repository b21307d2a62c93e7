/** Serves a subgraph over HTTP: only signed requests, one context per request, closed fields enforced. */
import { createHmac } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type NextFunction, type Request, type Response } from "express";
import type { Knex } from "knex";
import {
  CONTEXT_HEADER,
  createContextVerifier,
  type ContextKeys,
  type ContextVerifier,
  type SignedContext,
} from "../auth/index.js";
import { createDisclosureLog, enforceDisclosure, type AgreementBook, type PolicyTable } from "../disclosure/index.js";
import { ServiceError, toFormattedError } from "../errors/index.js";
import { createCursorCodec } from "../graphql/index.js";
import { startHttpService, type HttpService } from "../http/index.js";
import { createMetrics, type Logger } from "../telemetry/index.js";
import type { ServiceDependencies, SubgraphContext, SubgraphDefinition } from "./definition.js";
import { buildSubgraph } from "./schema.js";

/** Client of the product's own processes that make batch calls; no token has it, and the gateway signs only clients of tokens. */
export const BATCH_CLIENT = "govgraph:batch";

/** What a subgraph process is given. */
export interface SubgraphOptions {
  readonly host: string;
  readonly port: number;
  readonly db: Knex;
  readonly contextKeys: ContextKeys;
  /** Secret from which cursors are sealed; the same on all replicas. */
  readonly cursorSecret: string;
  readonly policy: PolicyTable;
  /** Data-sharing agreements. @default none, SHARED is then held by no one */
  readonly agreements?: AgreementBook;
  readonly log: Logger;
}

/** A running subgraph. */
export interface RunningSubgraph {
  readonly name: string;
  readonly url: string;
  stop(): Promise<void>;
}

interface SignedRequest extends Request {
  signed?: SignedContext;
}

/** Starts the subgraph; resolves when it listens. It starts without its database and says so at /readyz. */
export const startSubgraph = async <Services>(
  definition: SubgraphDefinition<Services>,
  options: SubgraphOptions,
): Promise<RunningSubgraph> => {
  const { schema } = await buildSubgraph(definition);
  enforceDisclosure(schema, {
    table: options.policy,
    subgraph: definition.name,
    ...(options.agreements ? { agreements: options.agreements } : {}),
  });
  const isOtherPolicy = createPolicyCheck(options.policy.subgraphs[definition.name]?.hash, options.log);
  const metrics = createMetrics(definition.name);
  const cursors = createCursorCodec(options.cursorSecret);
  const verifier = createContextVerifier({ subgraph: definition.name, keys: options.contextKeys });

  const server = new ApolloServer<SubgraphContext<Services>>({
    schema,
    introspection: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ contextValue, response }) => {
            const report = contextValue.disclosure?.report();
            if (report && response.body.kind === "single") {
              response.body.singleResult.extensions = { ...response.body.singleResult.extensions, disclosure: report };
            }
          },
        }),
      },
    ],
    formatError: (formatted, error) =>
      toFormattedError(formatted, error, ({ errorId, error: cause }) =>
        options.log.error({ code: "UNEXPECTED_ERROR", errorId, error: cause }, "An unexpected error was answered."),
      ),
  });
  await server.start();

  const app = express();
  app.disable("x-powered-by");
  app.get("/livez", (_request, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_request, response) => void answerReadiness(options.db, response));
  app.get("/metrics", (_request, response) => {
    void metrics.registry.metrics().then((body) => response.type(metrics.registry.contentType).send(body));
  });
  const dependenciesOf = ({ signed }: SignedRequest): ServiceDependencies => ({
    db: options.db,
    viewer: signed!.viewer,
    asOf: new Date(signed!.asOf),
    cursors,
    deriveKey: (purpose) => createHmac("sha256", options.cursorSecret).update(`key:${purpose}`).digest(),
    log: options.log,
  });
  app.use(["/graphql", "/batch"], express.raw({ type: () => true, limit: "4mb" }), verifySigned(verifier));
  app.post("/batch/:name", (request: SignedRequest, response, next) => {
    const batch = definition.batches?.[String(request.params["name"])];
    if (!batch || request.signed?.viewer.clientId !== BATCH_CLIENT)
      return void response.status(404).json({ errors: [] });
    batch(request.body, dependenciesOf(request)).then((output) => response.json({ output }), next);
  });
  app.use(
    "/graphql",
    expressMiddleware(server, {
      context: async ({ req }) => {
        const dependencies = dependenciesOf(req as SignedRequest);
        const { requestId, policyHash } = (req as SignedRequest).signed!;
        const otherPolicy = isOtherPolicy(policyHash);
        metrics.requests.inc({ outcome: "received" });
        return {
          ...dependencies,
          requestId,
          services: definition.createServices(dependencies),
          otherPolicy,
          disclosure: createDisclosureLog({ otherPolicy }),
        };
      },
    }),
  );
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const unauthenticated = error instanceof ServiceError && error.code === "UNAUTHENTICATED";
    const code = unauthenticated ? "UNAUTHENTICATED" : "BAD_USER_INPUT";
    response.status(unauthenticated ? 401 : 400).json({
      errors: [
        {
          message: unauthenticated ? "The request is not signed by the gateway." : "The request is malformed.",
          extensions: { code },
        },
      ],
    });
  });

  const http: HttpService = await startHttpService({ listener: app, host: options.host, port: options.port });
  options.log.info({ code: "LISTENING", url: http.url }, `The ${definition.name} subgraph listens.`);
  return {
    name: definition.name,
    url: `${http.url}/graphql`,
    async stop() {
      await http.stop();
      await server.stop();
      await options.db.destroy();
    },
  };
};

/**
 * True where the gateway goes by other rules for this subgraph: then all closed fields are withheld, which is the stricter
 * of the two. Each such hash is logged once. A caller without a gateway's table, such as an import, sends none.
 */
const createPolicyCheck = (own: string | undefined, log: Logger): ((given: string | undefined) => boolean) => {
  const logged = new Set<string>();
  return (given) => {
    if (given === undefined || given === own) return false;
    if (!logged.has(given) && logged.size < 100) {
      logged.add(given);
      log.warn(
        { code: "POLICY_MISMATCH", own, gateway: given },
        "The gateway has other rules: closed fields are withheld.",
      );
    }
    return true;
  };
};

/** Lets signed requests through alone; the signature covers the bytes of the body, so that they are parsed after it. */
const verifySigned =
  (verifier: ContextVerifier) =>
  (request: SignedRequest, _response: Response, next: NextFunction): void => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    request.signed = verifier.verify(request.header(CONTEXT_HEADER), {
      method: request.method,
      path: request.originalUrl.split("?")[0] ?? "",
      body,
    });
    request.body = body.length === 0 ? {} : (JSON.parse(body.toString("utf8")) as unknown);
    next();
  };

const answerReadiness = async (db: Knex, response: Response): Promise<void> => {
  try {
    await db.raw("select 1");
    response.json({ status: "ok" });
  } catch {
    response.status(503).json({ status: "database unavailable" });
  }
};
