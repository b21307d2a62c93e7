/** Executes an operation of a subgraph for as long as somebody waits for it, and no answer larger than may be sent. */
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { execute, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { RequestWork } from "../database/index.js";
import { createGraphQLError, ServiceError } from "../errors/index.js";
import { isLargerThan } from "./answer-size.js";
import type { WorkContext } from "./limit-work.js";
import { MAX_ANSWER_BYTES } from "./wire.js";

/** Most errors of an answer: those of the rest say the same. */
const MOST_ERRORS = 1_000;

/** The whole answer where the work was stopped: of what is not complete nothing is told. */
const refused = (reason: ServiceError): ExecutionResult => ({
  data: null,
  errors: [createGraphQLError(reason.code, reason.message, { ...reason.details })],
});

const bounded = ({ data, errors, ...rest }: ExecutionResult): ExecutionResult => {
  if (isLargerThan(data, MAX_ANSWER_BYTES))
    return refused(
      new ServiceError("LIMIT_EXCEEDED", "The answer is larger than one answer may be.", { reason: "ANSWER_SIZE" }),
    );
  return {
    ...rest,
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors: errors.slice(0, MOST_ERRORS) } : {}),
  };
};

/** The result, or the reason for which the work stopped, whichever is first; what is left of the execution comes to nothing by itself. */
const whileAwaited = async (
  work: RequestWork,
  run: () => ExecutionResult | Promise<ExecutionResult>,
): Promise<ExecutionResult> => {
  const early = work.stopped();
  if (early) return refused(early);
  const result = await Promise.race([run(), work.whenStopped]);
  const reason = work.stopped();
  if (reason) return refused(reason);
  return bounded(result as ExecutionResult);
};

/** The schema with its executor, in the one form in which Apollo Server takes an executor. */
export const createExecutor = (schema: GraphQLSchema): GatewayInterface => ({
  onSchemaLoadOrUpdate(use) {
    use({ apiSchema: schema, coreSupergraphSdl: "" });
    return () => undefined;
  },
  load: async () => ({
    executor: async ({ document, request, context }) =>
      whileAwaited((context as unknown as WorkContext).work, () =>
        execute({
          schema,
          document,
          contextValue: context,
          variableValues: request.variables,
          operationName: request.operationName,
        }),
      ),
  }),
  stop: async () => undefined,
});
