/** The later parts of an answer as a client is told them, and the line and metrics that the whole of it leaves. */
import { formatErrors, type ReportUnexpected } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import type { LaterAnswer, ToldLater } from "../answer/later-answer.js";
import { finished, observe, type Executed, type ObserveOptions } from "./observe-request.js";

/** The answer whose parts they are. */
export interface PartlyAnswered {
  readonly options: ObserveOptions & { readonly report: ReportUnexpected };
  readonly startedAt: number;
  readonly operationName: string | undefined;
  readonly context: GatewayContext;
  readonly first: Executed["result"];
}

/** Tells them. What breaks on the way is told as an error of the answer, which ends with it. */
export async function* toldLater(
  later: AsyncGenerator<LaterAnswer, void>,
  { options, startedAt, operationName, context, first }: PartlyAnswered,
): AsyncGenerator<ToldLater, void> {
  const errors = [...(first.errors ?? [])];
  const format = (found: readonly unknown[]) => {
    const told = formatErrors(found, options.report).errors;
    errors.push(...told);
    return told;
  };
  let observed = false;
  const observeWhole = (extensions: LaterAnswer["extensions"]): Record<string, unknown> | undefined => {
    if (observed) return undefined;
    observed = true;
    const whole = { ...context, parts: undefined };
    const result = { data: first.data, errors, extensions };
    observe(options, { startedAt, operationName, context: whole, result });
    return finished({ context: whole, result, head: { headers: new Map() } });
  };
  try {
    for await (const { incremental, hasNext, extensions } of later) {
      const told = incremental.map(({ errors: found, ...part }) => ({
        ...part,
        ...(found ? { errors: format(found) } : {}),
      }));
      const shown = hasNext ? undefined : (observeWhole(extensions) ?? extensions);
      yield { incremental: told, hasNext, ...(shown ? { extensions: shown } : {}) };
    }
  } catch (error) {
    yield { incremental: [{ path: [], data: null, errors: format([error]) }], hasNext: false };
  } finally {
    observeWhole(undefined);
  }
}
