/** The programs of one supergraph: each is planned and compiled once, and kept within a byte bound. */
import type { DocumentNode } from "graphql";
import { CACHE_BYTES } from "../../document/caches.js";
import type { ClientPatience } from "../../fair-line.js";
import { createLru } from "../../lru.js";
import { printedOf } from "../document-hash.js";
import { planningRefusal, type PlanQueue } from "../plan-queue.js";
import type { OpenGraph } from "../planning/planning-thread.js";
import { PlanningLost } from "../planning/questions.js";
import { inTime } from "../../waiting-line.js";
import { compileProgram, type CompileTypes } from "./compile-program.js";
import type { Program } from "./program.js";

/** Who is told of plans. */
export interface PlanListener {
  /** One was made. */
  readonly planned?: (() => void) | undefined;
  /** The planning thread was lost over one. */
  readonly lost?: ((error: PlanningLost) => void) | undefined;
}

/** What programs are made with. */
export interface ProgramsOptions extends PlanListener {
  readonly graph: OpenGraph;
  readonly types: CompileTypes;
  readonly queue: PlanQueue;
}

/** Programs by document. */
export interface Programs {
  /**
   * The program of a document. Throws SERVICE_UNAVAILABLE (reason PLANNING) where there is no turn for it, where it is not made in
   * time, and where the thread is lost over it; anything else is what the planner says of the document.
   */
  of(document: DocumentNode, patience: ClientPatience): Promise<Program>;
}

/** Creates them, empty. */
export const createPrograms = ({ graph, types, queue, planned, lost }: ProgramsOptions): Programs => {
  const kept = createLru<Program>(CACHE_BYTES.plans, ({ bytes }) => bytes);
  /** By hash, while they are made: who asks the same meanwhile gets the same. */
  const making = new Map<string, Promise<Program>>();
  const make = async (hash: string, text: string): Promise<Program> => {
    try {
      const plan = await graph.plan(text);
      planned?.();
      return kept.get(hash, () => compileProgram(plan, types));
    } catch (error) {
      if (!(error instanceof PlanningLost)) throw error;
      if (error.cause) lost?.(error);
      throw planningRefusal();
    } finally {
      making.delete(hash);
    }
  };
  return {
    async of(document, patience) {
      const { hash, text } = printedOf(document);
      const known = kept.find(hash);
      if (known) return known;
      const leave = await queue.enter(patience);
      const made = kept.find(hash) ?? making.get(hash) ?? make(hash, text);
      if (!(made instanceof Promise)) {
        leave();
        return made;
      }
      making.set(hash, made);
      // Its place is free once the plan is made, however long its client waited.
      void made.then(leave, leave);
      const release = graph.hold();
      try {
        return await inTime(made, patience, planningRefusal);
      } finally {
        await release();
      }
    },
  };
};
