/** Executes an operation of a subgraph for as long as somebody waits for it, and no answer larger than may be sent. */
import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { RequestWork } from "../database/index.js";
import { createGraphQLError, ServiceError } from "../errors/index.js";
import { isLargerThan } from "./answer-size.js";
import type { WorkContext } from "./limit-work.js";
import { MAX_ANSWER_BYTES } from "./wire.js";

/** Most errors of an answer: those of the rest say the same. */
const MOST_ERRORS = 1_000;

/** What is executed. */
export interface Execution<Context extends WorkContext> {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
  readonly context: Context;
}

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

/** Creates the executor of a schema; a result without data is a refusal of the variables or of the operation's name. */
export const createExecutor =
  <Context extends WorkContext>(schema: GraphQLSchema): ((execution: Execution<Context>) => Promise<ExecutionResult>) =>
  ({ document, variables, operationName, context }) =>
    whileAwaited(context.work, () =>
      execute({ schema, document, contextValue: context, variableValues: variables, operationName }),
    );
