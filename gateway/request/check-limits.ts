/** The limits of a document and its variables, before anything of it is validated or planned. */
import { Kind, type DocumentNode } from "graphql";
import { ANONYMOUS } from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { checkCost } from "../document/cost-limits.js";
import { measureCost, NO_COST, type CostModel, type DocumentCost } from "../document/cost.js";
import { checkDocument, checkVariables } from "../document/document-limits.js";
import type { GraphQLServer } from "./graphql-server.js";
import type { GatewayRequest } from "./http-request.js";
import type { LimitClass } from "./known-documents.js";
import { checkOperationOfMethod, refuseSubscription, type GraphQLParameters } from "./parameters.js";

/** What they go by. */
export interface LimitsOf {
  readonly introspection: boolean;
  /** What documents cost in the generation in use. */
  readonly costs: () => CostModel;
  readonly server: Pick<GraphQLServer, "known">;
  /** How the client reads answers. @default at once */
  readonly reads?: "events";
}

const viewerClassOf = ({ viewer = ANONYMOUS }: GatewayRequest): "anonymous" | "signedIn" =>
  viewer.kind === "anonymous" ? "anonymous" : "signedIn";

/** The limits that hold for a document of who asks. */
export const limitClassOf = (
  request: GatewayRequest,
  { isPublished }: Pick<GraphQLParameters, "isPublished">,
): LimitClass => (isPublished ? "published" : viewerClassOf(request));

/** Refuses documents and variables beyond the limits before anything is validated or planned; returns what the document costs. */
export const checkLimits = (
  request: GatewayRequest,
  parameters: GraphQLParameters,
  { introspection, costs, server, reads }: LimitsOf,
): DocumentCost => {
  const { query, variables, operationName } = parameters;
  const limits = limitClassOf(request, parameters);
  const known = server.known(query);
  const document = known?.within.has(limits) ? known.document : checkSource(query, limits, introspection);
  known?.within.add(limits);
  if (document) {
    checkOperationName(document, operationName);
    for (const definition of document.definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION) {
        checkOperationOfMethod(request.method ?? "", definition.operation);
        if (reads !== "events") refuseSubscription(definition.operation);
      }
  }
  checkVariables(variables);
  const cost = document ? measureCost(document, variables, costs()) : NO_COST;
  checkCost(cost, viewerClassOf(request));
  return cost;
};

/** Syntax errors are left to GraphQL, which says where they are. */
export const checkSource = (source: string, limits: LimitClass, introspection: boolean): DocumentNode | undefined => {
  try {
    return checkDocument(source, limits, { introspection });
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    return undefined;
  }
};

/** A document holds one operation; a name that is not its own is a mistake of the client. */
const checkOperationName = (document: DocumentNode, operationName: string | undefined): void => {
  if (operationName === undefined) return;
  const known = document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
  );
  if (!known)
    throw new ServiceError("BAD_USER_INPUT", "The document has no operation of that name.", {
      reason: "OPERATION_NAME",
    });
};
