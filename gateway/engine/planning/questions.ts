/** The questions that wait for the planning thread, one after another. It may end, or take too long over a document: then another takes its place. */
import { Worker } from "node:worker_threads";
import { createEndedBy } from "./ended-by.js";
import type { ForgetGraph, PlanningQuestion, PlanningReply } from "./protocol.js";

/** Bounds of the thread. */
export interface ThreadLimits {
  /** Longest time of one plan, in milliseconds. */
  readonly planMs: number;
  /** Longest time in which a supergraph is loaded, in milliseconds. */
  readonly loadMs: number;
  /** Most memory of what lives long, and of what is young, in MiB. */
  readonly heapMib: number;
  readonly youngMib: number;
}

/** What docs/limits.md tells. */
export const THREAD_LIMITS: ThreadLimits = { planMs: 5_000, loadMs: 60_000, heapMib: 512, youngMib: 64 };

/** What a thread is made with. */
export interface PlanningThreadOptions {
  /** What it runs. @default the planner */
  readonly source?: URL;
  /** @default THREAD_LIMITS */
  readonly limits?: Partial<ThreadLimits>;
  /** @default Date.now */
  readonly now?: () => number;
}

/** There is no plan: the thread ended, or was ended, over the document (`cause` says how), or the document is not planned since one like it did so. */
export class PlanningLost extends Error {}

interface Job {
  readonly graph: Graph;
  readonly document?: string;
  readonly resolve: (reply: PlanningReply) => void;
  readonly reject: (error: Error) => void;
}

/** A supergraph and what it is known by. */
export interface Graph {
  readonly key: string;
  readonly supergraph: string;
}

/** A thread as long as somebody holds a supergraph, and its line. */
export class Questions {
  private worker: Worker | undefined;
  /** Supergraphs that the worker has loaded. */
  private readonly loaded = new Set<string>();
  /** How many hold each supergraph. */
  private readonly holders = new Map<string, number>();
  private readonly line: Job[] = [];
  private current: Job | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly limits: ThreadLimits;
  private readonly endedBy: ReturnType<typeof createEndedBy>;

  constructor(private readonly options: PlanningThreadOptions) {
    this.limits = { ...THREAD_LIMITS, ...options.limits };
    this.endedBy = createEndedBy(options.now);
  }

  /** True while there is a thread. */
  running(): boolean {
    return this.worker !== undefined;
  }

  /** Returns what ends the hold. */
  hold({ key }: Graph): () => Promise<void> {
    this.holders.set(key, (this.holders.get(key) ?? 0) + 1);
    let over = false;
    return async () => {
      if (over) return;
      over = true;
      await this.leave(key);
    };
  }

  private async leave(key: string): Promise<void> {
    const left = this.holders.get(key)! - 1;
    if (left > 0) return void this.holders.set(key, left);
    this.holders.delete(key);
    if (this.holders.size === 0) {
      const jobs = [...(this.current ? [this.current] : []), ...this.line.splice(0)];
      await this.end();
      for (const { reject } of jobs) reject(new PlanningLost("Nobody waits for the plan."));
    } else if (this.loaded.delete(key)) this.worker?.postMessage({ forget: key } satisfies ForgetGraph);
  }

  /** Asks for the plan of the document, or that the supergraph is loaded. Throws PlanningLost, or what the planner says. */
  ask(graph: Graph, document?: string): Promise<PlanningReply> {
    return new Promise((resolve, reject) => {
      this.line.push({ graph, ...(document === undefined ? {} : { document }), resolve, reject });
      this.next();
    });
  }

  /** Asks for the first of the line, once nothing else is asked for. */
  private next(): void {
    if (this.current) return;
    const job = this.line.shift();
    if (!job) return;
    const { graph, document } = job;
    if (document !== undefined && this.endedBy.knows(graph.key, document)) {
      job.reject(new PlanningLost("The document ended the planning thread a moment ago."));
      return this.next();
    }
    this.current = job;
    const worker = (this.worker ??= this.begin());
    worker.ref();
    const isNew = !this.loaded.has(graph.key);
    const { planMs, loadMs } = this.limits;
    const longestMs = (isNew ? loadMs : 0) + planMs;
    this.timer = setTimeout(() => this.lost(worker, new Error(`More than ${longestMs} ms.`)), longestMs);
    this.loaded.add(graph.key);
    worker.postMessage({
      graph: graph.key,
      supergraph: isNew ? graph.supergraph : undefined,
      document,
    } satisfies PlanningQuestion);
  }

  private begin(): Worker {
    const { heapMib, youngMib } = this.limits;
    const worker = new Worker(this.options.source ?? new URL("./planning-worker.js", import.meta.url), {
      name: "planning",
      resourceLimits: { maxOldGenerationSizeMb: heapMib, maxYoungGenerationSizeMb: youngMib },
    });
    worker.on("message", (reply: PlanningReply) => this.replied(worker, reply));
    worker.on("error", (error) => this.lost(worker, error));
    worker.on("exit", () => this.lost(worker, new Error("It ended.")));
    return worker;
  }

  private replied(worker: Worker, reply: PlanningReply): void {
    const job = this.current;
    if (worker !== this.worker || !job) return;
    this.free();
    if (reply.kind === "failed") {
      if (job.document === undefined) this.loaded.delete(job.graph.key);
      job.reject(new Error(reply.message));
    } else job.resolve(reply);
    this.next();
  }

  private free(): void {
    clearTimeout(this.timer);
    this.current = undefined;
    // Without work it keeps no process alive.
    this.worker?.unref();
  }

  /** Who was waited for is told, and all others are asked of a new thread; a supergraph that is open is loaded there at once. */
  private lost(worker: Worker, cause: Error): void {
    if (worker !== this.worker) return;
    const job = this.current;
    void this.end();
    if (job?.document !== undefined) this.endedBy.add(job.graph.key, job.document);
    job?.reject(new PlanningLost("The planning thread was lost.", { cause }));
    // What ends the thread as it is loaded would do so again.
    if (job?.document !== undefined && this.line.length === 0) void this.ask(job.graph).catch(() => undefined);
    else this.next();
  }

  /** Ends the worker; what it was asked is forgotten. */
  private async end(): Promise<void> {
    const { worker } = this;
    this.free();
    this.worker = undefined;
    this.loaded.clear();
    await worker?.terminate();
  }
}
