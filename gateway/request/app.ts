/** The gateway's HTTP surface: what every answer carries, health, documents for everybody, GraphQL, and refusals. */
import compression from "compression";
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { ERROR_CODES, ServiceError } from "../../platform/errors/index.js";
import { languageOf } from "./access.js";
import { allowOrigins, type Origins } from "./cross-origin.js";
import { createGraphQLRoute, type GraphQLRouteOptions, type TracedRequest } from "./graphql-route.js";
import { mediaTypeOf, type MediaType } from "./media-type.js";
import { notAllowed } from "./parameters.js";
import { RequestRefusal } from "./request-refusal.js";
import { sendAnswer } from "./send-answer.js";
import { REQUEST_ID_HEADER, TRACEPARENT_HEADER, traceOf } from "./trace.js";

/** Told of a request that was answered before GraphQL began. */
export interface Refused {
  readonly refusal: ServiceError;
  readonly requestId: string;
}

/** What the surface is made from. */
export interface AppOptions extends GraphQLRouteOptions {
  readonly ready: () => Promise<boolean>;
  readonly onRefused: (refused: Refused) => void;
  /** The public schema in use, as text. */
  readonly publicSchema: () => string;
  readonly negativeList: Router;
  /** Pages of which origins may read /graphql, /schema.graphql and /negative-list. */
  readonly origins: Origins;
  /** How many proxies stand before the gateway: the client's address is what the outermost of them says. */
  readonly trustedProxies: number;
  /** What stands at /: the explorer, or where things are. */
  readonly front: Router;
}

/** Answers shorter than this are sent as they are, in bytes. */
const COMPRESSED_FROM = 1_024;

/** Creates the Express application. */
export const createApp = (options: AppOptions): express.Express => {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", options.trustedProxies);
  app.use(trace);
  app.use(compression({ threshold: COMPRESSED_FROM }));
  app.get("/livez", (_request, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_request, response) => {
    void options
      .ready()
      .then((ready) => response.status(ready ? 200 : 503).json({ status: ready ? "ok" : "not ready" }));
  });
  app.use(["/graphql", "/schema.graphql", "/negative-list"], allowOrigins(options.origins));
  app.get("/schema.graphql", (_request, response) => void response.type("text/plain").send(options.publicSchema()));
  app.use(options.negativeList);
  app.all(["/schema.graphql", "/negative-list"], refuseMethod);
  app.use("/graphql", createGraphQLRoute(options));
  app.use(options.front);
  app.use((_request, response) => void response.status(404).type("text/plain").send("Not found.\n"));
  app.use(answerError(options.onRefused));
  return app;
};

/** Documents are read, nothing else. */
const refuseMethod = (): never => {
  throw notAllowed("GET, HEAD, OPTIONS");
};

/** Gives every request its names, and every answer those and the promise that it is what it says. */
const trace = (request: TracedRequest, response: Response, next: NextFunction): void => {
  request.trace = traceOf(request.header(REQUEST_ID_HEADER), request.header(TRACEPARENT_HEADER));
  response.set({
    [REQUEST_ID_HEADER]: request.trace.requestId,
    [TRACEPARENT_HEADER]: request.trace.traceparent,
    "x-content-type-options": "nosniff",
  });
  next();
};

const answerError =
  (onRefused: AppOptions["onRefused"]) =>
  (error: unknown, request: TracedRequest, response: Response, _next: NextFunction): void => {
    const refusal =
      error instanceof ServiceError
        ? error
        : new ServiceError("BAD_USER_INPUT", "The request is malformed.", { reason: "REQUEST" }, { cause: error });
    onRefused({ refusal, requestId: request.trace?.requestId ?? "" });
    const { status = ERROR_CODES[refusal.code].httpStatus, headers } =
      refusal instanceof RequestRefusal ? refusal.http : {};
    // What is left of a refused body is not read to its end.
    if (!request.complete) response.set("connection", "close");
    sendAnswer(
      response,
      {
        body: { errors: [{ message: refusal.message, extensions: { code: refusal.code, ...refusal.details } }] },
        status,
        headers: {
          ...(status === 401 ? { "www-authenticate": 'Bearer realm="gov", error="invalid_token"' } : {}),
          ...headers,
        },
      },
      { mediaType: acceptedOrJson(request), language: languageOf(request.header("accept-language")) },
    );
  };

/** A refusal is told even to those who take no type of answer. */
const acceptedOrJson = (request: Request): MediaType => {
  try {
    return mediaTypeOf(request);
  } catch {
    return "application/json";
  }
};
