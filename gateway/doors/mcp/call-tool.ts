/** One call of a tool: the operation through the pipeline of GraphQL, and its answer as the tool's result. */
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Response } from "express";
import { inLanguage, ServiceError } from "../../../platform/errors/index.js";
import { languageOf } from "../../request/access.js";
import { headerOf, type GatewayRequest } from "../../request/http-request.js";
import { LOOKUP_COST } from "../../request/named-document.js";
import { refuseReceipt } from "../../request/receipts.js";
import { bodyOf } from "../../request/server-answer.js";
import type { AppDoorOptions } from "../app-door.js";
import type { DoorOperation } from "../operations.js";
import { checkVariables } from "../read-variables.js";
import { statusOfAnswer } from "../told-answer.js";

/** The HTTP request that brought the call. */
export interface CallingRequest {
  readonly request: GatewayRequest;
  readonly response: Response;
}

/** Calls it. What the graph refuses is the result of the call, so that who called can tell why and mend it; what is unexpected is thrown. */
export const callTool = async (
  operation: DoorOperation,
  given: unknown,
  { request, response }: CallingRequest,
  options: AppDoorOptions,
): Promise<CallToolResult> => {
  const language = languageOf(headerOf(request, "accept-language"));
  try {
    refuseReceipt(request);
    const parameters = await options.findDocument(
      { query: "", documentId: operation.id, variables: checkVariables(given ?? {}, operation.variables) },
      request.viewer,
      async () => void (await options.rate.charge(request, response, LOOKUP_COST)),
    );
    const { answer } = await options.ask({ request, response, parameters, door: options.door, inParts: false });
    const { data = null, errors, extensions = {} } = bodyOf(answer);
    const { withheld, masked } = extensions;
    return resultOf({
      isError: statusOfAnswer(answer) >= 400,
      told: {
        data,
        ...(withheld === undefined ? {} : { withheld }),
        ...(masked === undefined ? {} : { masked }),
        ...(errors === undefined ? {} : { errors: errors.map((error) => inLanguage(error, language)) }),
      },
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { message, code, details } = error;
    const refused = inLanguage({ message, extensions: { code, ...details } }, language);
    return resultOf({ isError: true, told: { data: null, errors: [refused] } });
  }
};

/** The same twice: as a value, and as text for clients that read nothing else. */
const resultOf = ({ told, isError }: { readonly told: Record<string, unknown>; readonly isError: boolean }) => ({
  content: [{ type: "text" as const, text: JSON.stringify(told) }],
  structuredContent: told,
  ...(isError ? { isError } : {}),
});
