/** What the planning thread does with what it is asked: it answers one question after the other, and tells what it throws at. */
import { parentPort } from "node:worker_threads";
import type { ForgetGraph, PlanningQuestion, PlanningReply } from "./protocol.js";

/** What answers. */
export interface Answering {
  readonly answer: (question: PlanningQuestion) => PlanningReply;
  /** Drops a supergraph, by its key. */
  readonly forget: (graph: string) => void;
}

/** Answers whatever this thread is asked, until it ends. */
export const answerQuestions = ({ answer, forget }: Answering): void =>
  void parentPort?.on("message", (message: PlanningQuestion | ForgetGraph) => {
    if ("forget" in message) return forget(message.forget);
    let reply: PlanningReply;
    try {
      reply = answer(message);
    } catch (error) {
      reply = { kind: "failed", message: (error as Error).message };
    }
    parentPort!.postMessage(reply);
  });
