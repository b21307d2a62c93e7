/** Tools of apps over the Streamable HTTP transport of the Model Context Protocol, and where their tokens come from (docs/mcp.md, decision 131; RFC 9728). */
import { Router, type Request, type Response } from "express";
import { READ_SCOPES } from "../../../platform/auth/index.js";
import type { NamedDocument } from "../../../platform/documents/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { readJsonBody } from "../../request/body.js";
import type { Origins } from "../../request/cross-origin.js";
import { headerOf, type GatewayRequest } from "../../request/http-request.js";
import { whenArrived } from "../../request/identify.js";
import { LOOKUP_COST } from "../../request/named-document.js";
import { notAllowed } from "../../request/parameters.js";
import { RequestRefusal } from "../../request/request-refusal.js";
import type { AppDoorOptions } from "../app-door.js";
import { operationsOf } from "../operations.js";
import { publicAddressOf } from "../../request/public-address.js";
import { toolsOf } from "./tools.js";

/** Where a resource says who gives its tokens (RFC 9728 section 3.1). */
export const METADATA_PATH = "/.well-known/oauth-protected-resource";

/** The scope with which tokens are made for the graph. */
const GRAPH_SCOPE = "gov-graph";

/** What the routes are made from. */
export interface McpDoorOptions extends AppDoorOptions {
  /** Pages of which origins may call tools. */
  readonly origins: Origins;
}

/** Creates the routes. */
export const createMcpRoutes = (options: McpDoorOptions): Router => {
  const routes = Router();
  const charge = (request: GatewayRequest, response: Response, cost: number) => async (): Promise<void> => {
    await options.rate.charge(request, response, cost);
  };
  const behind = (request: Request, response: Response): Promise<readonly NamedDocument[]> =>
    options.doors.open(String(request.params["app"]), "mcp", charge(request, response, LOOKUP_COST));
  const resourceOf = (request: Request): string =>
    `${publicAddressOf(request, options.trustedProxies)}/mcp/${request.params["app"]}`;

  routes.all(`${METADATA_PATH}/mcp/:app`, (request, response, next) => {
    whenArrived(request, response, options, async () => {
      if (request.method !== "GET") throw notAllowed("GET, OPTIONS");
      await behind(request, response);
      await charge(request, response, 1)();
      response.set("cache-control", "no-store").json({
        resource: resourceOf(request),
        authorization_servers: [options.issuerUrl],
        scopes_supported: [GRAPH_SCOPE, ...READ_SCOPES],
        bearer_methods_supported: ["header"],
      });
    }).catch(next);
  });

  routes.all("/mcp/:app", (request, response, next) => {
    const app = String(request.params["app"]);
    const challenge = (): string => {
      const { origin, pathname } = new URL(resourceOf(request));
      return `resource_metadata="${origin}${METADATA_PATH}${pathname}", scope="${GRAPH_SCOPE}"`;
    };
    whenArrived(request, response, options, async () => {
      checkOrigin(request, options.origins);
      const body = await readJsonBody(request);
      if (Array.isArray(body))
        throw new ServiceError("BAD_USER_INPUT", "One request holds one message.", { reason: "BATCH" });
      const named = await behind(request, response);
      checkSignedIn(request, body, named, options);
      const isCall = calledTool(body) !== undefined;
      if (!isCall) await charge(request, response, priceOf(body, named, options))();
      const { answerMcp } = await import("./mcp-server.js");
      const answer = await answerMcp({ app, named, body, request, response }, options);
      // A call that asked nothing of the graph is charged as what is refused.
      if (isCall && !(request as GatewayRequest).charged) await charge(request, response, 1)();
      response.status(answer.status);
      for (const [name, value] of answer.headers) response.set(name, value);
      response.set("cache-control", "no-store");
      response.send(Buffer.from(await answer.arrayBuffer()));
    })
      // Where to go for a token is not told at an address that is none: that refusal goes the same way.
      .catch((error: unknown) => {
        throw challenged(error, request, challenge);
      })
      .catch(next);
  });
  return routes;
};

/** The name of the tool that a message calls; undefined of all other messages. */
const calledTool = (body: unknown): string | undefined => {
  const { method, params } = (body ?? {}) as {
    readonly method?: unknown;
    readonly params?: { readonly name?: unknown };
  };
  return method === "tools/call" && typeof params?.name === "string" ? params.name : undefined;
};

/** What a message costs that calls no tool. */
const priceOf = (body: unknown, named: readonly NamedDocument[], { door }: AppDoorOptions): number =>
  (body as { readonly method?: unknown } | null | undefined)?.method === "tools/list"
    ? toolsOf(named, door.schema()).price
    : 1;

/** Nobody writes without a token: the client is told where one is to be had before anything is tried. Throws UNAUTHENTICATED. */
const checkSignedIn = (
  { viewer }: GatewayRequest,
  body: unknown,
  named: readonly NamedDocument[],
  { door }: AppDoorOptions,
): void => {
  const tool = calledTool(body);
  const isWrite = tool !== undefined && operationsOf(named, door.schema()).get(tool)?.isQuery === false;
  if (isWrite && (viewer === undefined || viewer.kind === "anonymous")) throw new ServiceError("UNAUTHENTICATED");
};

/** A page of an origin that is not allowed calls nothing, whatever its browser would let it read. Throws FORBIDDEN. */
const checkOrigin = (request: GatewayRequest, origins: Origins): void => {
  const origin = headerOf(request, "origin");
  if (origin !== undefined && origins !== "*" && !origins.includes(origin))
    throw new ServiceError("FORBIDDEN", "Pages of this origin call no tools here.");
};

/** A refusal for want of a good token, with where one is to be had (RFC 9728 section 5.1; RFC 6750 section 3.1). */
const challenged = (error: unknown, request: GatewayRequest, challenge: () => string): unknown => {
  if (!(error instanceof ServiceError) || error.code !== "UNAUTHENTICATED") return error;
  const invalid = headerOf(request, "authorization") === undefined ? "" : 'error="invalid_token", ';
  return new RequestRefusal(error.code, error.message, error.details, {
    headers: { "www-authenticate": `Bearer ${invalid}${challenge()}` },
  });
};
