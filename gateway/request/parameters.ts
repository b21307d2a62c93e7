/** What a request asks of GraphQL: the body of a POST, the URL of a GET; anything else is refused with the reason. */
import type { IncomingMessage } from "node:http";
import { ServiceError, type ReasonName } from "../../platform/errors/index.js";
import { headerOf, queryOf } from "./http-request.js";
import { RequestRefusal } from "./request-refusal.js";

/** The parameters of GraphQL over HTTP, section "Request Parameters". */
export interface GraphQLParameters {
  /** Source text of the document; empty where it is named. */
  readonly query: string;
  /** Name of a document that an app published (GraphQL over HTTP, appendix "Persisted Documents"). */
  readonly documentId?: string;
  /** True where the text is one that was published. @default false */
  readonly isPublished?: true;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Absent and empty are the same: the one operation of the document. */
  readonly operationName?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Methods by which GraphQL is asked. */
export const ALLOWED_METHODS = "GET, POST, OPTIONS";

/** Headers that a page of another origin can not send without a preflight; one of them has to come with a GET. */
const PREFLIGHT_HEADERS = ["apollo-require-preflight", "x-apollo-operation-name", "graphql-require-preflight"];

/** Reads and checks the parameters of a request whose method was checked. Throws BAD_USER_INPUT. */
export const readParameters = (request: IncomingMessage, body: unknown): GraphQLParameters => {
  if (request.method === "GET") return fromUrl(queryOf(request));
  if (Array.isArray(body)) throw malformed("BATCH", "One request holds one operation; batches are not taken.");
  if (!isMap(body)) throw malformed("BODY", "The body is a JSON object.");
  return checked(body);
};

/** Refuses methods other than GET and POST (405), and bodies other than JSON (415), before a body is read. */
export const checkMethod = (request: IncomingMessage): void => {
  const mediaType = mediaTypeOfBody(request);
  if (request.method !== "GET" && request.method !== "POST") throw notAllowed(ALLOWED_METHODS);
  if (request.method === "POST" && mediaType !== "application/json")
    throw unsupported("The body is sent as application/json.");
  // What is published may be asked by anybody, as a page is; a shared cache can then answer it.
  if (request.method === "GET" && !isNamed(queryOf(request))) checkPreflighted(request, mediaType);
};

/** A GET executes queries alone (GraphQL over HTTP, section "GET"). Throws 405. */
export const checkOperationOfMethod = (method: string, operation: string): void => {
  if (method === "GET" && operation !== "query") throw notAllowed("POST");
};

/** A subscription has no answer but a stream. Throws 406. */
export const refuseSubscription = (operation: string): void => {
  if (operation === "subscription")
    throw new RequestRefusal(
      "BAD_USER_INPUT",
      "A subscription is answered as text/event-stream: say so in the header Accept.",
      { reason: "SUBSCRIPTION" },
      { status: 406 },
    );
};

/** 405 with the methods that are allowed (RFC 9110 section 15.5.6). */
export const notAllowed = (allow: string): RequestRefusal =>
  new RequestRefusal(
    "BAD_USER_INPUT",
    `This is asked by ${allow.replace(", OPTIONS", "").replace(", ", " or ")}.`,
    { reason: "METHOD" },
    { status: 405, headers: { allow } },
  );

/** True of a request that asks a published document by its name and nothing else. */
const isNamed = ({ documentId, query }: Readonly<Record<string, unknown>>): boolean =>
  documentId !== undefined && query === undefined;

const unsupported = (message: string): RequestRefusal =>
  new RequestRefusal("BAD_USER_INPUT", message, { reason: "MEDIA_TYPE" }, { status: 415 });

const malformed = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("BAD_USER_INPUT", message, { reason });

const mediaTypeOfBody = (request: IncomingMessage): string | undefined =>
  headerOf(request, "content-type")?.split(";")[0]?.trim().toLowerCase();

/**
 * A page of another origin can send a plain GET without asking (threat A14: cross-site request forgery, XS-Search).
 * Front-end libraries send a media type or a header of their own, which browsers ask for first.
 */
const checkPreflighted = (request: IncomingMessage, mediaType: string | undefined): void => {
  if (mediaType !== undefined && mediaType !== "application/json")
    throw unsupported("A GET has no body, or one of application/json.");
  if (mediaType === undefined && !PREFLIGHT_HEADERS.some((name) => headerOf(request, name)))
    throw malformed("PREFLIGHT", `A GET comes with content-type: application/json or ${PREFLIGHT_HEADERS[0]}: true.`);
};

const fromUrl = (query: Readonly<Record<string, unknown>>): GraphQLParameters =>
  checked({
    ...query,
    variables: fromJson(query["variables"], "variables"),
    extensions: fromJson(query["extensions"], "extensions"),
  });

const fromJson = (text: unknown, name: string): unknown => {
  if (text === undefined || text === "") return undefined;
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    throw malformed("PARAMETERS", `${name} of a GET is JSON.`);
  }
};

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const checked = (given: Record<string, unknown>): GraphQLParameters => {
  const { query, variables, operationName, extensions, documentId } = given;
  const isNamed = documentId !== undefined && documentId !== null;
  if (isNamed && (typeof documentId !== "string" || (query !== undefined && query !== null)))
    throw malformed("PARAMETERS", "documentId is the name of a document, and comes without query.");
  const isHashed = isMap(extensions) && "persistedQuery" in extensions;
  if (!isNamed && !(isHashed && (query ?? "") === "") && (typeof query !== "string" || query.trim() === ""))
    throw malformed("PARAMETERS", "query is the text of a document.");
  if (operationName !== undefined && operationName !== null && typeof operationName !== "string")
    throw malformed("PARAMETERS", "operationName is a string.");
  for (const [name, value] of Object.entries({ variables, extensions }))
    if (value !== undefined && value !== null && !isMap(value))
      throw malformed("PARAMETERS", `${name} is a JSON object.`);
  return {
    query: typeof query === "string" ? query : "",
    ...(isNamed ? { documentId } : {}),
    ...(isMap(variables) ? { variables } : {}),
    ...(operationName ? { operationName } : {}),
    ...(isMap(extensions) ? { extensions } : {}),
  };
};
