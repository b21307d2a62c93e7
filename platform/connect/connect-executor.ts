/** Executes operations over a backend; what is answered holds codes and sentences of our table alone. */
import type { GraphQLSchema } from "graphql";
import type { RequestWork } from "../database/request-work.js";
import { outcomeOf } from "../errors/index.js";
import { writeAnswer, writeRefusal, type WrittenAnswer } from "../subgraph/answer.js";
import type { AskedOperation } from "../subgraph/asked-operation.js";
import { createExecutor } from "../subgraph/executor.js";
import { createFailureReport } from "../subgraph/failure-report.js";
import { limitWork } from "../subgraph/limit-work.js";
import { createOperations } from "../subgraph/operations.js";
import type { Logger } from "../telemetry/index.js";
import type { Backend } from "./backend/backend.js";
import { createConnectContext, type ConnectContext } from "./backend/request-context.js";

/** What belongs to one request. */
export interface RequestParts {
  readonly work: RequestWork;
  readonly log: () => Logger;
}

/** The gateway closes what is closed of a partner, so there is nothing to report of it here. */
const NOTHING_WITHHELD = { disclosure: { report: () => undefined } };

/** Creates what executes an operation and writes its answer; changes the schema in place. */
export const createConnectExecutor = (
  schema: GraphQLSchema,
  backend: Backend,
): ((asked: AskedOperation, parts: RequestParts) => Promise<WrittenAnswer & { readonly outcome: string }>) => {
  limitWork(schema);
  const operationOf = createOperations(schema);
  const run = createExecutor<ConnectContext>(schema);
  return async ({ query, variables, operationName }, parts) => {
    const report = createFailureReport(parts.log);
    const operation = operationOf(query);
    if (!("document" in operation)) {
      const { answer, errors } = writeRefusal(operation.errors, operation.code, report);
      return { ...answer, outcome: outcomeOf(errors) };
    }
    const context = createConnectContext(backend, parts);
    const result = await run({ document: operation.document, variables, operationName, context });
    const { answer, errors } = writeAnswer(result, NOTHING_WITHHELD, report);
    return { ...answer, outcome: outcomeOf(errors) };
  };
};
