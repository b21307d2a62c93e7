/** A planning thread that fails by the fields that a document asks for: it never ends with `stars`, ends with `next`, takes all memory with `broken`; it plans all others. */
import { threadId } from "node:worker_threads";
import { answerQuestions } from "../../../gateway/engine/planning/answer-questions.js";
import { createApolloPlanner, type ApolloPlanner } from "../../../gateway/engine/planning/apollo-planner.js";
import type { PlanNode } from "../../../gateway/engine/compiled/plan.js";

/** A supergraph at which it ends. */
export const FATAL = "fatal";

const planners = new Map<string, ApolloPlanner>();

const failAt = (document: string): void => {
  if (/\bstars\b/.test(document)) for (;;);
  if (/\bnext\b/.test(document)) process.exit(1);
  if (/\bbroken\b/.test(document))
    for (const held: number[][] = []; ;) held.push(Array.from({ length: 100_000 }, Math.random));
};

/** Says in the operation's name in which thread it was planned. */
const marked = (plan: PlanNode | undefined): PlanNode | undefined =>
  plan?.kind === "Fetch" ? { ...plan, operationName: `thread${threadId}` } : plan;

answerQuestions({
  answer({ graph, supergraph, document }) {
    if (supergraph === FATAL) process.exit(1);
    if (supergraph !== undefined) planners.set(graph, createApolloPlanner(supergraph));
    if (document === undefined) return { kind: "loaded", graph: planners.get(graph)!.graph };
    failAt(document);
    return { kind: "planned", plan: marked(planners.get(graph)!.plan(document)) };
  },
  forget: () => undefined,
});
