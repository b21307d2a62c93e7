/** What a request for a part of a bulk export says: a question as for GraphQL, the format, and where to go on. */
import { ServiceError } from "../../platform/errors/index.js";
import type { GatewayRequest } from "../request/http-request.js";
import { readParameters, type GraphQLParameters } from "../request/parameters.js";
import { BULK_FORMATS, type BulkFormat } from "./make-part.js";

/** Longest place, in characters: a cursor of a list, and what is sealed before it. */
const PLACE_CHARACTERS = 10_000;

/** What is asked. */
export interface BulkInput {
  readonly parameters: GraphQLParameters;
  readonly format: BulkFormat;
  readonly place?: string;
}

const malformed = (message: string): ServiceError =>
  new ServiceError("BAD_USER_INPUT", message, { reason: "PARAMETERS" });

/** Reads it of the body. Throws BAD_USER_INPUT, as for GraphQL and for another format (PARAMETERS). */
export const readBulkInput = (request: GatewayRequest, body: unknown): BulkInput => {
  const parameters = readParameters(request, body);
  const { format = "jsonl", place } = body as Readonly<Record<string, unknown>>;
  const known = BULK_FORMATS.find((each) => each === format);
  if (known === undefined) throw malformed(`format is ${BULK_FORMATS.join(" or ")}.`);
  if (place === undefined || place === null) return { parameters, format: known };
  if (typeof place !== "string" || place.length > PLACE_CHARACTERS)
    throw malformed("place is what the part before said in the header govgraph-next.");
  return { parameters, format: known, place };
};
