/** The programs of one supergraph: each is planned and compiled once, and kept within a byte bound. */
import type { DocumentNode } from "graphql";
import { CACHE_BYTES } from "../../document/caches.js";
import type { ClientPatience } from "../../fair-line.js";
import { heapBytes } from "../../document/heap-bytes.js";
import { createLru } from "../../lru.js";
import { hashOf, printedOf } from "../document-hash.js";
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
  /** Documents whose programs are kept, last used first. */
  documents(): readonly string[];
  /** Makes programs that nobody asks for yet, one after the other, until the instant; a document that can not be planned is left out. */
  warm(documents: readonly string[], until: number): Promise<void>;
}

/** A program, with the document that it is of. */
interface KeptProgram {
  readonly text: string;
  readonly program: Program;
}

/** Creates them, empty. */
export const createPrograms = ({ graph, types, queue, planned, lost }: ProgramsOptions): Programs => {
  const kept = createLru<KeptProgram>(CACHE_BYTES.plans, ({ text, program }) => program.bytes + heapBytes(text));
  const find = (hash: string): Program | undefined => kept.find(hash)?.program;
  /** By hash, while they are made: who asks the same meanwhile gets the same. */
  const making = new Map<string, Promise<Program>>();
  /** A client's turn for a document: its other requests of the same document wait for it too, and take no place of their own. */
  const turns = new Map<string, Promise<unknown>>();
  const make = async (hash: string, text: string): Promise<Program> => {
    try {
      const plan = await graph.plan(text);
      planned?.();
      return kept.get(hash, () => ({ text, program: compileProgram(plan, types) })).program;
    } catch (error) {
      if (!(error instanceof PlanningLost)) throw error;
      if (error.cause) lost?.(error);
      throw planningRefusal();
    } finally {
      making.delete(hash);
    }
  };
  const waitFor = (made: Promise<Program>, patience: ClientPatience): Promise<Program> =>
    inTime(made, patience, planningRefusal);
  /** Waits for a turn and makes the program, unless somebody makes it already. */
  const inTurn = async (hash: string, text: string, patience: ClientPatience): Promise<Program> => {
    const key = `${patience.client} ${hash}`;
    for (let own = turns.get(key); own && !making.has(hash); own = turns.get(key))
      await inTime(own, patience, planningRefusal);
    const begun = find(hash) ?? making.get(hash);
    if (begun) return begun instanceof Promise ? waitFor(begun, patience) : begun;
    const turn = queue.enter(patience);
    // Whether it comes or is refused: who waited for it looks again, and asks for a turn of their own.
    turns.set(key, Promise.allSettled([turn]));
    let leave: () => void;
    try {
      leave = await turn;
    } finally {
      turns.delete(key);
    }
    const made = find(hash) ?? making.get(hash) ?? make(hash, text);
    if (!(made instanceof Promise)) {
      leave();
      return made;
    }
    making.set(hash, made);
    // Its place is free once the plan is made, however long its client waited.
    void made.then(leave, leave);
    return waitFor(made, patience);
  };
  return {
    async of(document, patience) {
      const { hash, text } = printedOf(document);
      const known = find(hash);
      if (known) return known;
      // The supergraph stays loaded for who waits, also where another one takes its place meanwhile.
      const release = graph.hold();
      try {
        return await inTurn(hash, text, patience);
      } finally {
        await release();
      }
    },
    documents: () => [...kept.values()].map(({ text }) => text),
    async warm(documents, until) {
      for (const text of documents) {
        if (Date.now() >= until) return;
        await make(hashOf(text), text).catch(() => undefined);
      }
    },
  };
};
