/** The planning thread: loads the planner, and does one thing after the other. What it throws at is told; what ends it, the gateway sees. */
import { parentPort } from "node:worker_threads";
import { createApolloPlanner, type ApolloPlanner } from "./apollo-planner.js";
import type { ForgetGraph, PlanningQuestion, PlanningReply } from "./protocol.js";

const planners = new Map<string, ApolloPlanner>();

const answer = ({ graph, supergraph, document }: PlanningQuestion): PlanningReply => {
  if (supergraph !== undefined) planners.set(graph, createApolloPlanner(supergraph));
  const planner = planners.get(graph)!;
  return document === undefined
    ? { kind: "loaded", graph: planner.graph }
    : { kind: "planned", plan: planner.plan(document) };
};

parentPort!.on("message", (message: PlanningQuestion | ForgetGraph) => {
  if ("forget" in message) return void planners.delete(message.forget);
  let reply: PlanningReply;
  try {
    reply = answer(message);
  } catch (error) {
    reply = { kind: "failed", message: (error as Error).message };
  }
  parentPort!.postMessage(reply);
});
