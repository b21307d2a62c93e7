/** The thread beside the event loop in which plans are made. */
import { createHash } from "node:crypto";
import type { PlanNode } from "../compiled/plan.js";
import type { LoadedGraph } from "./protocol.js";
import { Questions, type PlanningThreadOptions } from "./questions.js";

/** A supergraph that the thread holds. */
export interface OpenGraph extends LoadedGraph {
  /** The plan of a document, given as text; who asks holds the supergraph. Throws PlanningLost, or what the planner says of the document. */
  plan(document: string): Promise<PlanNode | undefined>;
  /** Holds the supergraph for someone who waits for a plan, also after it was closed; call what it returns once they wait no more. */
  hold(): () => Promise<void>;
  /** What nobody holds is forgotten, and with the last supergraph the thread ends, whatever it does. */
  close(): Promise<void>;
}

/** Makes plans of several supergraphs; there is a thread as long as one is open. */
export interface PlanningThread {
  /** Throws PlanningLost, or what is wrong with the supergraph. */
  open(supergraph: string): Promise<OpenGraph>;
  /** True while there is a thread. */
  running(): boolean;
}

/** Creates it; the thread itself begins with the first supergraph. */
export const createPlanningThread = (options: PlanningThreadOptions = {}): PlanningThread => {
  const thread = new Questions(options);
  return {
    running: () => thread.running(),
    async open(supergraph) {
      const graph = { key: createHash("sha256").update(supergraph).digest("hex"), supergraph };
      const close = thread.hold(graph);
      try {
        const reply = await thread.ask(graph);
        if (reply.kind !== "loaded") throw new Error("The planning thread did not load a supergraph.");
        return {
          ...reply.graph,
          async plan(document) {
            const planned = await thread.ask(graph, document);
            return planned.kind === "planned" ? planned.plan : undefined;
          },
          hold: () => thread.hold(graph),
          close,
        };
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
};

/** The thread of this process: all its gateways and generations plan in it. */
export const PLANNING_THREAD = createPlanningThread();
