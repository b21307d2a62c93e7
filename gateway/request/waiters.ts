/** Who waits for the answer of an execution: it goes on as long as somebody does. */
import { setMaxListeners } from "node:events";

/** Those who wait; one at first. */
export class Waiters {
  private readonly controller = new AbortController();
  private count = 1;
  private others: Waiters | undefined;

  constructor() {
    // Every request to a service listens, and waits in lines: a large document has more of them than Node.js takes for a leak.
    setMaxListeners(0, this.controller.signal);
  }

  /** Aborted once the last of them has left. */
  get gone(): AbortSignal {
    return this.controller.signal;
  }

  /** One who was alone waits with others from now on. */
  join(others: Waiters): void {
    others.count += 1;
    this.others = others;
  }

  /** One of them hangs up before there is an answer. */
  leave(): void {
    if (this.others) return this.others.leave();
    this.count -= 1;
    if (this.count === 0) this.controller.abort();
  }
}
