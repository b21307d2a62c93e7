/** Who waits for the answer of an execution: it goes on as long as somebody does. */

/** Tells when nobody waits any more: what is used of an AbortSignal, which takes ten times as long to make and to follow. */
export type Gone = Pick<AbortSignal, "aborted"> & {
  addEventListener(event: "abort", listener: () => void): void;
  removeEventListener(event: "abort", listener: () => void): void;
};

/** Those who wait; one at first. */
export class Waiters {
  private readonly end = new End();
  private count = 1;
  private others: Waiters | undefined;

  /** Aborted once the last of them has left. */
  get gone(): Gone {
    return this.end;
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
    if (this.count === 0) this.end.abort();
  }
}

class End implements Gone {
  private readonly listeners = new Set<() => void>();
  aborted = false;

  addEventListener(_event: "abort", listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_event: "abort", listener: () => void): void {
    this.listeners.delete(listener);
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    for (const listener of this.listeners) listener();
  }
}
