/** REST: an app's operations as addresses, and their description (docs/rest.md, decision 130). */
import { Router, type Request, type Response } from "express";
import type { NamedDocument } from "../../../platform/documents/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { readJsonBody } from "../../request/body.js";
import { headerOf, queryOf, type GatewayRequest } from "../../request/http-request.js";
import { whenArrived } from "../../request/identify.js";
import { mediaTypeOf } from "../../request/media-type.js";
import { LOOKUP_COST } from "../../request/named-document.js";
import { notAllowed } from "../../request/parameters.js";
import { entityTagOf, hasTag } from "../../request/public-caching.js";
import { RATE_HEADERS } from "../../request/rate-limit.js";
import { RequestRefusal } from "../../request/request-refusal.js";
import { sendAnswer } from "../../request/send-answer.js";
import type { AppDoorOptions } from "../app-door.js";
import { keptByGraph } from "../kept-by-graph.js";
import { listPrice } from "../list-price.js";
import { operationsOf, type DoorOperation } from "../operations.js";
import { checkVariables, readVariables, type Variables } from "../read-variables.js";
import { statusOfAnswer } from "../told-answer.js";
import { openApiOf } from "./openapi.js";

/** How long anybody may keep a description, in seconds: a version that is published is described after it. */
const DESCRIPTION_S = 60;

/** Creates the routes. */
export const createRestRoutes = (options: AppDoorOptions): Router => {
  const routes = Router();

  const charge =
    (request: GatewayRequest, response: Response, cost = LOOKUP_COST) =>
    async (): Promise<void> => {
      await options.rate.charge(request, response, cost);
    };
  const behind = (request: Request, response: Response): Promise<readonly NamedDocument[]> =>
    options.doors.open(String(request.params["app"]), "rest", charge(request, response));

  const describe = keptByGraph((named, schema, app: string) =>
    JSON.stringify(openApiOf({ app, schema, operations: operationsOf(named, schema), issuerUrl: options.issuerUrl })),
  );

  routes.all("/rest/:app/openapi.json", (request, response, next) => {
    whenArrived(request, response, options, async () => {
      if (request.method !== "GET") throw notAllowed("GET, OPTIONS");
      const text = describe(await behind(request, response), options.door.schema(), String(request.params["app"]));
      await charge(request, response, listPrice(text.length))();
      const etag = entityTagOf(text);
      response.set({ "cache-control": `public, max-age=${DESCRIPTION_S}`, etag });
      // What is left is told to who asked, not to those whom a cache answers later.
      for (const name of RATE_HEADERS) response.removeHeader(name);
      if (hasTag(request, etag)) return void response.status(304).end();
      response.type("application/json").send(text);
    }).catch(next);
  });

  routes.all("/rest/:app/:operation", (request, response, next) => {
    whenArrived(request, response, options, async () => {
      checkMethod(request);
      const mediaType = mediaTypeOf(request);
      const body = await readJsonBody(request);
      const operation = find(await behind(request, response), String(request.params["operation"]), options);
      const parameters = await options.findDocument(
        { query: "", documentId: operation.id, variables: variablesOf(request, body, operation) },
        (request as GatewayRequest).viewer,
        charge(request, response),
      );
      const { answer, context, maxAge } = await options.ask({
        ...{ request, response, parameters, door: options.door, inParts: false },
      });
      sendAnswer(
        response,
        { ...answer, status: statusOfAnswer(answer), headers: Object.fromEntries(answer.headers), maxAge },
        { mediaType, language: context.language },
      );
    }).catch(next);
  });
  return routes;
};

/** Throws NOT_FOUND where the app has none of the name, BAD_USER_INPUT (DOCUMENT_OUTDATED) where the graph has no longer what it asks for. */
const find = (named: readonly NamedDocument[], name: string, { door }: AppDoorOptions): DoorOperation => {
  const operation = operationsOf(named, door.schema()).get(name);
  if (operation) return operation;
  if (!named.some(({ operation: known }) => known === name))
    throw new ServiceError("NOT_FOUND", "The app has no such operation.");
  throw new ServiceError("BAD_USER_INPUT", "The operation asks for what this graph does not have.", {
    reason: "DOCUMENT_OUTDATED",
  });
};

const checkMethod = (request: Request): void => {
  if (request.method !== "GET" && request.method !== "POST") throw notAllowed("GET, POST, OPTIONS");
  const type = headerOf(request, "content-type")?.split(";")[0]?.trim().toLowerCase();
  if (request.method === "POST" && type !== "application/json")
    throw new RequestRefusal(
      "BAD_USER_INPUT",
      "The body is sent as application/json.",
      { reason: "MEDIA_TYPE" },
      { status: 415 },
    );
};

/** Of a POST its body, of a GET its query; a POST has no query, so that each variable has one place. */
const variablesOf = (request: Request, body: unknown, { variables }: DoorOperation): Variables => {
  const query = queryOf(request);
  if (request.method === "GET") return readVariables(query, variables);
  if (Object.keys(query).length > 0)
    throw new ServiceError("BAD_USER_INPUT", "The variables of a POST are its body.", { reason: "PARAMETERS" });
  return checkVariables(body, variables);
};
