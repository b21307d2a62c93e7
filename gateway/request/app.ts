/** The gateway's HTTP surface: what every answer carries, health, documents for everybody, GraphQL, and refusals. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import compression from "compression";
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import vary from "vary";
import { KEY_DIRECTORY_PATH, type KeyDirectory } from "../../platform/auth/index.js";
import { ERROR_CODES, ServiceError } from "../../platform/errors/index.js";
import type { Tracing } from "../../platform/telemetry/index.js";
import { languageOf } from "./access.js";
import { appOf } from "./asked-figures.js";
import { allowOrigins, type Origins } from "./cross-origin.js";
import type { ContractDoors } from "./contract-doors.js";
import { CONTRACT_DOCUMENTS, CONTRACTS_PATH, createContractRoutes, type AnswerGraphQL } from "./contract-routes.js";
import type { Door, GraphQLRouteOptions } from "./door.js";
import { createAskGraph, type AskGraph } from "./ask-graph.js";
import { createGraphQLRoute } from "./graphql-route.js";
import { headerOf, type GatewayRequest } from "./http-request.js";
import { mediaTypeOf, takesEvents, type MediaType } from "./media-type.js";
import { notAllowed } from "./parameters.js";
import { RequestRefusal } from "./request-refusal.js";
import { sendAnswer } from "./send-answer.js";
import { endSpan, REQUEST_ID_HEADER, TRACEPARENT_HEADER, traceOf } from "./trace.js";

/** Told of a request that was answered before GraphQL began. */
export interface Refused {
  readonly refusal: ServiceError;
  readonly requestId: string;
  /** The app that asked, as figures know it. */
  readonly app: string;
}

/** What the surface is made from. */
export interface AppOptions extends GraphQLRouteOptions {
  /** The whole graph, at /graphql. */
  readonly whole: Door;
  readonly contracts: ContractDoors;
  /** Where spans go. @default nowhere */
  readonly tracing?: Tracing | undefined;
  readonly ready: () => Promise<boolean>;
  readonly onRefused: (refused: Refused) => void;
  /** The public schema in use, as text. */
  readonly publicSchema: () => string;
  /** The negative list, and the pages of operations. */
  readonly pages: readonly Router[];
  /** Public keys under which partners verify our requests. */
  readonly keyDirectory: KeyDirectory;
  /** Sets of public keys that anybody may read, by their paths. */
  readonly keySets: ReadonlyMap<string, object>;
  /** Pages of which origins may read /graphql, /bulk, /schema.graphql, /negative-list and /contracts. */
  readonly origins: Origins;
  /** What publishers load, at /imports. @default nothing stands there */
  readonly loads?: Router | undefined;
  /** Doors of apps beside GraphQL. */
  readonly appDoors: (ask: AskGraph) => Router;
  /** Feeds of documents, sitemaps and pages. */
  readonly feeds: (ask: AskGraph) => Router;
  /** The door of bulk exports. */
  readonly bulk: Router;
  /** Doors of uploaded files. @default none */
  readonly files?: Router | undefined;
  /** What stands at /: the explorer, or where things are. */
  readonly front: Router;
}

/** How long whoever verifies may keep public keys, in seconds (draft-meunier-webbotauth-httpsig-directory-00). */
const KEY_DIRECTORY_S = 300;

/** Answers shorter than this are sent as they are, in bytes. */
const COMPRESSED_FROM = 1_024;

/** Creates the listener: GraphQL is answered at once, everything else by an Express application. */
export const createApp = (options: AppOptions): RequestListener => {
  const compress = compression({ threshold: COMPRESSED_FROM });
  const allow = allowOrigins(options.origins);
  const ask = createAskGraph(options);
  const route = createGraphQLRoute({ ...options, ask });
  const refuse = createRefuse(options.onRefused);
  const graphql: AnswerGraphQL = (request, response, open) => {
    route(request, response, open).catch((error: unknown) => refuse(error, request, response));
  };
  const whole = (): Door => options.whole;
  const app = createOtherRoutes(options, { allow, graphql, refuse, ask });
  return (request: GatewayRequest, response: ServerResponse) => {
    trace(request, response, options.tracing);
    const next = (): void => {
      const { url = "/" } = request;
      if (url !== "/graphql" && !url.startsWith("/graphql?")) return app(request, response);
      allow(request, response, () => graphql(request, response, whole));
    };
    // Who takes no compressed answer needs none of what compressing one takes; a stream of events would keep it for as long as it lasts.
    if (request.headers["accept-encoding"] === undefined || takesEvents(request)) {
      vary(response, "accept-encoding");
      return next();
    }
    compress(request as Request, response as Response, next);
  };
};

const createOtherRoutes = (
  options: AppOptions,
  {
    allow,
    graphql,
    refuse,
    ask,
  }: {
    readonly allow: ReturnType<typeof allowOrigins>;
    readonly graphql: AnswerGraphQL;
    readonly refuse: Refuse;
    readonly ask: AskGraph;
  },
): express.Express => {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.get("/livez", (_request, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_request, response) => {
    void options
      .ready()
      .then((ready) => response.status(ready ? 200 : 503).json({ status: ready ? "ok" : "not ready" }));
  });
  app.use(
    [
      "/graphql",
      "/schema.graphql",
      "/negative-list",
      CONTRACTS_PATH,
      "/bulk",
      "/files",
      "/imports",
      "/rest",
      "/mcp",
      "/feeds",
      "/exports",
      "/.well-known/oauth-protected-resource",
    ],
    allow,
  );
  app.use(options.bulk);
  if (options.files) app.use(options.files);
  app.get("/schema.graphql", (_request, response) => void response.type("text/plain").send(options.publicSchema()));
  app.get(KEY_DIRECTORY_PATH, (_request, response) => {
    response.set("cache-control", `max-age=${KEY_DIRECTORY_S}`);
    response.type("application/http-message-signatures-directory+json").send(JSON.stringify(options.keyDirectory));
  });
  for (const [path, keySet] of options.keySets) {
    app.get(path, allow, (_request, response) => {
      response.set("cache-control", `max-age=${KEY_DIRECTORY_S}`);
      response.type("application/jwk-set+json").send(JSON.stringify(keySet));
    });
  }
  app.use(...options.pages);
  app.use(createContractRoutes(options.contracts, graphql));
  const read = ["/schema.graphql", "/negative-list", KEY_DIRECTORY_PATH, ...CONTRACT_DOCUMENTS];
  app.all([...read, ...options.keySets.keys()], refuseMethod);
  app.use("/graphql", (request, response) => graphql(request, response, () => options.whole));
  app.use(options.appDoors(ask));
  app.use(options.feeds(ask));
  if (options.loads !== undefined) app.use(options.loads);
  app.use(options.front);
  app.use((_request, response) => void response.status(404).type("text/plain").send("Not found.\n"));
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    refuse(error, request, response),
  );
  return app;
};

/** Documents are read, nothing else. */
const refuseMethod = (): never => {
  throw notAllowed("GET, HEAD, OPTIONS");
};

/** Gives every request its names, and every answer those and the promise that it is what it says. */
const trace = (request: GatewayRequest, response: ServerResponse, tracing: Tracing | undefined): void => {
  const { span } = (request.trace = traceOf(request, tracing));
  if (span) response.once("close", () => endSpan(span, request, response));
  response.setHeader(REQUEST_ID_HEADER, request.trace.requestId);
  response.setHeader(TRACEPARENT_HEADER, request.trace.traceparent);
  response.setHeader("x-content-type-options", "nosniff");
};

/** Answers what was thrown. */
type Refuse = (error: unknown, request: GatewayRequest, response: ServerResponse) => void;

/** What Express refuses of a request says so by its status; everything else is a fault of ours. */
const isOfRequest = (error: unknown): boolean => {
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return typeof status === "number" && status >= 400 && status < 500;
};

const refusalOf = (cause: unknown): ServiceError => {
  if (cause instanceof ServiceError) return cause;
  return isOfRequest(cause)
    ? new ServiceError("BAD_USER_INPUT", "The request is malformed.", { reason: "REQUEST" }, { cause })
    : new ServiceError("INTERNAL_SERVER_ERROR", undefined, {}, { cause });
};

const createRefuse =
  (onRefused: AppOptions["onRefused"]): Refuse =>
  (error, request, response) => {
    const refusal = refusalOf(error);
    const requestId = request.trace?.requestId ?? "";
    onRefused({ refusal, requestId, app: appOf(request) });
    const { status = ERROR_CODES[refusal.code].httpStatus, headers } =
      refusal instanceof RequestRefusal ? refusal.http : {};
    const told = refusal.code === "INTERNAL_SERVER_ERROR" ? { errorId: requestId } : {};
    // What is left of a refused body is not read to its end.
    if (!request.complete) response.setHeader("connection", "close");
    sendAnswer(
      response,
      {
        body: {
          errors: [{ message: refusal.message, extensions: { code: refusal.code, ...told, ...refusal.details } }],
        },
        status,
        headers: {
          ...(status === 401 ? { "www-authenticate": 'Bearer realm="gov", error="invalid_token"' } : {}),
          ...headers,
        },
      },
      { mediaType: acceptedOrJson(request), language: languageOf(headerOf(request, "accept-language")) },
    );
  };

/** A refusal is told even to those who take no type of answer. */
const acceptedOrJson = (request: IncomingMessage): MediaType => {
  try {
    return mediaTypeOf(request);
  } catch {
    return "application/json";
  }
};
