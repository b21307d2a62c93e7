/** The planning thread: loads the planner, and does one thing after the other. What it throws at is told; what ends it, the gateway sees. */
import { answerQuestions } from "./answer-questions.js";
import { createApolloPlanner, type ApolloPlanner } from "./apollo-planner.js";

const planners = new Map<string, ApolloPlanner>();

answerQuestions({
  answer({ graph, supergraph, document }) {
    if (supergraph !== undefined) planners.set(graph, createApolloPlanner(supergraph));
    const planner = planners.get(graph)!;
    return document === undefined
      ? { kind: "loaded", graph: planner.graph }
      : { kind: "planned", plan: planner.plan(document) };
  },
  forget: (graph) => void planners.delete(graph),
});
