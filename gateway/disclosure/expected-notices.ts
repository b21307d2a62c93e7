/** What a request will lack, known before anything is executed: for `x-access: preview`, and for what `reject` refuses beforehand. */
import { OperationTypeNode } from "graphql";
import type { CompiledDocument } from "../document/compile.js";
import { noticesOf, type Noted } from "../notices/notices.js";
import type { ClientAnswer, LayerRequest } from "./layer-request.js";

/** What would be withheld and masked, and whether it is so in every record. */
const expected = (
  { context, generation }: LayerRequest,
  { occurrences }: CompiledDocument,
): { readonly withheld: readonly Noted[]; readonly masked: readonly Noted[] } => {
  const [withheld, masked]: [Noted[], Noted[]] = [[], []];
  for (const { path, rule } of occurrences) {
    const verdict = generation.policy.decider.ofAll(rule, context.viewer);
    if (verdict === "FULL") continue;
    const shown = verdict === "MASKED" || (verdict === "PER_RECORD" && rule.mask !== undefined);
    const when = verdict === "PER_RECORD" ? "PER_RECORD" : "ALWAYS";
    (shown ? masked : withheld).push({ path, count: null, rule, when });
  }
  return { withheld, masked };
};

/**
 * What an answer is sure to lack, or may lack, before anything is executed. A query is refused beforehand for what it is sure
 * to lack, and else once it is known; a mutation for what it may lack, because its effect would stay.
 */
export const lackingBefore = (request: LayerRequest, compiled: CompiledDocument): Noted[] => {
  const denied: Noted[] = compiled.denied.map(({ path, rule }) => ({ path, rule, count: null }));
  if (compiled.operation.operation !== OperationTypeNode.MUTATION) return denied;
  return [...denied, ...expected(request, compiled).withheld.filter(({ when }) => when === "PER_RECORD")];
};

/** What is expected of a request; nothing is executed. */
export const previewed = (request: LayerRequest, compiled: CompiledDocument): ClientAnswer => {
  const { withheld, masked } = expected(request, compiled);
  const { context, generation } = request;
  return {
    data: null,
    extensions: { access: "preview", ...noticesOf(generation.policy.table, context, withheld, masked) },
  };
};
