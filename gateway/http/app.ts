/** The gateway's HTTP surface: who asks, what size, then GraphQL; and what is open to everybody without it. */
import type { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import { randomUUID } from "node:crypto";
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { Kind, type DocumentNode } from "graphql";
import { ANONYMOUS, readBearer, type TokenVerifier, type Viewer } from "../../platform/auth/index.js";
import { createDisclosureLog, type AgreementBook } from "../../platform/disclosure/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { ERROR_CODES, ServiceError } from "../../platform/errors/index.js";
import type { Clock } from "../clock.js";
import type { GatewayContext } from "../context.js";
import { ACCESS_HEADER, accessModeOf, languageOf, type AccessMode } from "../disclosure/access.js";
import { checkDocument, checkVariables } from "../limits/document-limits.js";
import { readSchemaFile } from "../supergraph.js";
import { jsonBody } from "./body.js";

/** What the surface is made from. */
export interface AppOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  /** Longest time of a whole request, in milliseconds. */
  readonly requestDeadlineMs: number;
  readonly introspection: boolean;
  readonly ready: () => Promise<boolean>;
  /** Told of every request that was answered before GraphQL began. */
  readonly onRefused: (refusal: ServiceError) => void;
  readonly agreements: AgreementBook;
  readonly negativeList: Router;
  /** Routes of the explorer, where there is one. */
  readonly explorer?: Router | undefined;
}

type ViewerRequest = Request & { viewer?: Viewer; access?: AccessMode };

/** Creates the Express application. */
export const createApp = (options: AppOptions): express.Express => {
  const app = express();
  app.disable("x-powered-by");
  app.get("/livez", (_request, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_request, response) => {
    void options
      .ready()
      .then((ready) => response.status(ready ? 200 : 503).json({ status: ready ? "ok" : "not ready" }));
  });
  app.get(
    "/schema.graphql",
    (_request, response) => void response.type("text/plain").send(readSchemaFile("public.graphql")),
  );
  app.use(options.negativeList);
  app.use("/graphql", identify(options.verifier), chooseAccess, jsonBody, limit(options.introspection));
  app.use(
    "/graphql",
    expressMiddleware(options.server, {
      context: async ({ req }) => {
        const asOf = options.clock();
        const viewer = (req as ViewerRequest).viewer ?? ANONYMOUS;
        return {
          // What a token says of agreements is nothing to go by: they are what the files say, on the request's day.
          viewer: { ...viewer, agreements: options.agreements.held(viewer, localDateOf(asOf)) },
          asOf,
          requestId: randomUUID(),
          deadlineAt: Date.now() + options.requestDeadlineMs,
          language: languageOf(req.header("accept-language")),
          access: (req as ViewerRequest).access ?? "enforce",
          disclosure: createDisclosureLog(),
          subgraphRequests: 0,
        };
      },
    }),
  );
  if (options.explorer) app.use(options.explorer);
  app.use(answerError(options.onRefused));
  return app;
};

/** No token is anonymous, a good token is its viewer, a bad one is refused. */
const identify =
  (verifier: TokenVerifier) =>
  (request: ViewerRequest, _response: Response, next: NextFunction): void => {
    const read = async (): Promise<Viewer> => {
      const token = readBearer(request.headersDistinct["authorization"]);
      return token === undefined ? ANONYMOUS : verifier.verify(token);
    };
    read().then((viewer) => {
      request.viewer = viewer;
      next();
    }, next);
  };

/** The mode comes from a header; role, division, purpose and the like come from the token alone (security.md C10). */
const chooseAccess = (request: ViewerRequest, _response: Response, next: NextFunction): void => {
  request.access = accessModeOf(request.header(ACCESS_HEADER));
  next();
};

/** Refuses batches and documents beyond the limits before anything is validated or planned. */
const limit =
  (introspection: boolean) =>
  (request: ViewerRequest, _response: Response, next: NextFunction): void => {
    const body: unknown = request.body;
    if (Array.isArray(body))
      throw new ServiceError("BAD_USER_INPUT", "One request holds one operation; batches are not taken.", {
        reason: "BATCH",
      });
    const { query: source, variables, operationName } = parametersOf(request);
    const signedIn = request.viewer && request.viewer.kind !== "anonymous";
    if (typeof source === "string") {
      const document = checkSource(source, signedIn ? "signedIn" : "anonymous", introspection);
      if (document) checkOperationName(document, operationName);
    }
    checkVariables(variables);
    next();
  };

/** What Apollo Server will execute: the body of a POST, the URL of anything else. The one it ignores must not be the one that is measured. */
const parametersOf = (request: Request): { query?: unknown; variables?: unknown; operationName?: unknown } => {
  if (request.method === "POST") return (request.body as object | undefined) ?? {};
  const { query, variables, operationName } = request.query;
  if (typeof variables !== "string") return { query, operationName };
  try {
    return { query, operationName, variables: JSON.parse(variables) as unknown };
  } catch {
    throw new ServiceError("BAD_USER_INPUT", "The variables are not JSON.", { reason: "VARIABLES" });
  }
};

/** Syntax errors are left to GraphQL, which says where they are. */
const checkSource = (
  source: string,
  viewer: "anonymous" | "signedIn",
  introspection: boolean,
): DocumentNode | undefined => {
  try {
    return checkDocument(source, viewer, { introspection });
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    return undefined;
  }
};

/** A document holds one operation; a name that is not its own is a mistake of the client. */
const checkOperationName = (document: DocumentNode, operationName: unknown): void => {
  if (operationName === undefined || operationName === null || operationName === "") return;
  const known = document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
  );
  if (!known)
    throw new ServiceError("BAD_USER_INPUT", "The document has no operation of that name.", {
      reason: "OPERATION_NAME",
    });
};

const answerError =
  (onRefused: AppOptions["onRefused"]) =>
  (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const refusal =
      error instanceof ServiceError
        ? error
        : new ServiceError("BAD_USER_INPUT", "The request is malformed.", { reason: "REQUEST" }, { cause: error });
    onRefused(refusal);
    const { httpStatus } = ERROR_CODES[refusal.code];
    if (httpStatus === 401) response.set("www-authenticate", 'Bearer realm="gov", error="invalid_token"');
    // What is left of a refused body is not read to its end.
    if (!request.complete) response.set("connection", "close");
    response
      .status(httpStatus)
      .json({ errors: [{ message: refusal.message, extensions: { code: refusal.code, ...refusal.details } }] });
  };
