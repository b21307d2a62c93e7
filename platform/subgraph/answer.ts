/** The answer of a subgraph to an operation: errors as clients may see them, what was withheld, figures and a line to the operator. */
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from "graphql";
import type { DisclosureLog } from "../disclosure/enforcement/index.js";
import { outcomeOf, toFormattedError, type ReportUnexpected } from "../errors/index.js";
import { logEvent, type Metrics } from "../telemetry/index.js";
import type { SubgraphContext } from "./definition.js";

/** An answer that is written. */
export interface WrittenAnswer {
  readonly status: 200 | 400;
  readonly text: string;
}

/** GraphQL's own codes of a refusal. */
export type RefusalCode = "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED" | "BAD_USER_INPUT";

const formatted = (error: GraphQLError, report: ReportUnexpected, code?: RefusalCode): GraphQLFormattedError => {
  const shown = error.toJSON();
  return toFormattedError(code === undefined ? shown : { ...shown, extensions: { code } }, error, report);
};

/** A document that is not executed. */
export const writeRefusal = (
  errors: readonly GraphQLError[],
  code: RefusalCode,
  report: ReportUnexpected,
): { readonly answer: WrittenAnswer; readonly errors: readonly GraphQLFormattedError[] } => {
  const told = errors.map((error) => formatted(error, report, code));
  return { answer: { status: 400, text: JSON.stringify({ errors: told }) }, errors: told };
};

/** What was executed. A result without data is a refusal. */
export const writeAnswer = (
  { data, errors }: ExecutionResult,
  { disclosure }: { readonly disclosure: Pick<DisclosureLog, "report"> },
  report: ReportUnexpected,
): { readonly answer: WrittenAnswer; readonly errors: readonly GraphQLFormattedError[] | undefined } => {
  if (data === undefined) return writeRefusal(errors ?? [], "BAD_USER_INPUT", report);
  const told = errors?.map((error) => formatted(error, report));
  const withheld = disclosure.report();
  return {
    answer: {
      status: 200,
      text: JSON.stringify({
        ...(told ? { errors: told } : {}),
        data,
        ...(withheld ? { extensions: { disclosure: withheld } } : {}),
      }),
    },
    errors: told,
  };
};

/** Counts and times a request, and logs it under the gateway's request id where such lines are kept. */
export const observe = (
  { metrics, isLogged }: { readonly metrics: Metrics; readonly isLogged: boolean },
  context: Pick<SubgraphContext<unknown>, "log" | "work">,
  errors: readonly GraphQLFormattedError[] | undefined,
  milliseconds: number,
): void => {
  const outcome = outcomeOf(errors);
  metrics.requests.inc({ outcome });
  metrics.requestSeconds.observe(milliseconds / 1_000);
  if (!isLogged) return;
  const line = { outcome, milliseconds: Math.round(milliseconds), nodes: context.work.nodes() };
  logEvent(context.log, "REQUEST", line, "debug");
};
