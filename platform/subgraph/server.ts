/** Serves a subgraph over HTTP: only signed requests, one context per request, closed fields enforced. */
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type NextFunction, type Request, type Response } from "express";
import type { Knex } from "knex";
import { createContextVerifier, type ContextKeys } from "../auth/index.js";
import { currentWork, type RequestWork } from "../database/index.js";
import { createDisclosureLog, enforceDisclosure } from "../disclosure/enforcement/index.js";
import type { AgreementBook } from "../disclosure/decision/index.js";
import type { PolicyTable } from "../disclosure/table/index.js";
import type { CodeKeys } from "../domain/index.js";
import { ERROR_CODES, ServiceError, toFormattedError, type ErrorCode, type ReportUnexpected } from "../errors/index.js";
import { createCursorCodec } from "../graphql/index.js";
import { startHttpService, type HttpService } from "../http/index.js";
import { keepLaw } from "../law/index.js";
import { createMetrics, logEvent, type Logger } from "../telemetry/index.js";
import type { ServiceDependencies, SubgraphContext, SubgraphDefinition } from "./definition.js";
import { createExecutor } from "./executor.js";
import { limitWork } from "./limit-work.js";
import { createFailureReport, observeRequests } from "./observe.js";
import { buildSubgraph } from "./schema.js";
import { beginWork, verifySigned, type RequestLimits, type SignedRequest } from "./signed-request.js";

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
  /** Keys of the codes that the service gives out; NO_CODE_KEYS where it gives out none. */
  readonly codeKeys: CodeKeys;
  readonly policy: PolicyTable;
  /** Data-sharing agreements. @default none, SHARED is then held by no one */
  readonly agreements?: AgreementBook;
  /** How much one request may cause. @default DEFAULT_LIMITS */
  readonly limits?: Partial<RequestLimits>;
  /** Until it resolves, a subgraph that is told to stop says so at /readyz and goes on serving. @default no notice */
  readonly notice?: () => Promise<unknown>;
  readonly log: Logger;
}

/** Ten seconds, as the gateway waits for a whole request, and as many nodes as it lets a signed-in viewer ask for. */
export const DEFAULT_LIMITS: RequestLimits = { longestMs: 10_000, nodes: 50_000 };

/** A running subgraph. */
export interface RunningSubgraph {
  readonly name: string;
  readonly url: string;
  stop(): Promise<void>;
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
  limitWork(schema);
  const isOtherPolicy = createPolicyCheck(options.policy.subgraphs[definition.name]?.hash, options.log);
  const metrics = createMetrics(definition.name);
  const cursors = createCursorCodec(options.cursorSecret);
  const verifier = createContextVerifier({ subgraph: definition.name, keys: options.contextKeys });

  /** Where the failures of requests under way are reported. */
  const reports = new WeakMap<RequestWork, ReportUnexpected>();
  const server = new ApolloServer<SubgraphContext<Services>>({
    gateway: createExecutor(schema),
    introspection: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    apollo: {},
    plugins: [ApolloServerPluginInlineTraceDisabled(), observeRequests(metrics)],
    formatError: (formatted, error) => toFormattedError(formatted, error, reports.get(currentWork()!)!),
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
    codeKeys: options.codeKeys,
    log: options.log.child({ requestId: signed!.requestId, traceparent: signed!.traceparent }),
  });
  app.use(["/graphql", "/batch"], express.raw({ type: () => true, limit: "4mb" }), verifySigned(verifier));
  app.post("/batch/:name", (request: SignedRequest, response) => {
    const batch = definition.batches?.[String(request.params["name"])];
    if (!batch || request.signed?.viewer.clientId !== BATCH_CLIENT)
      return void response.status(404).json({ errors: [] });
    const dependencies = dependenciesOf(request);
    batch(request.body, dependencies).then(
      (output) => response.json({ output }),
      (error: unknown) => answerFailure(response, error, createFailureReport(dependencies.log)),
    );
  });
  app.use(
    "/graphql",
    beginWork({ ...DEFAULT_LIMITS, ...options.limits }),
    expressMiddleware(server, {
      context: async ({ req }) => {
        const dependencies = dependenciesOf(req as SignedRequest);
        const { signed, work } = req as Required<SignedRequest>;
        const otherPolicy = isOtherPolicy(signed.policyHash);
        reports.set(work, createFailureReport(dependencies.log));
        return {
          ...dependencies,
          requestId: signed.requestId,
          language: signed.language ?? "en",
          work,
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

  const law = await keepLaw({ db: options.db, log: options.log });
  const http: HttpService = await startHttpService({
    listener: app,
    host: options.host,
    port: options.port,
    notice: options.notice,
  });
  logEvent(options.log, "LISTENING", { url: http.url });
  return {
    name: definition.name,
    url: `${http.url}/graphql`,
    async stop() {
      law.stop();
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
      logEvent(log, "POLICY_MISMATCH", { own, gateway: given });
    }
    return true;
  };
};

/** What became of a batch call that failed, with the line that says why. */
const answerFailure = (response: Response, error: unknown, report: ReportUnexpected): void => {
  const told = toFormattedError({ message: "" }, error, report);
  const { code } = told.extensions as { code: ErrorCode };
  response.status(ERROR_CODES[code].httpStatus).json({ errors: [told] });
};

const answerReadiness = async (db: Knex, response: Response): Promise<void> => {
  try {
    await db.raw("select 1");
    response.json({ status: "ok" });
  } catch {
    response.status(503).json({ status: "database unavailable" });
  }
};
