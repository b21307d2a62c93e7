/** Bytes of an answer as they come: a service that sends it byte by byte costs no more memory than one that sends it whole. */

/** Parts that are kept as they came. */
const MOST_PARTS = 1_024;

/** Gathers bytes. */
export class Gathered {
  private whole: Buffer[] = [];
  private parts: Buffer[] = [];
  private size = 0;

  /** Adds a part; gives how many bytes there are now. */
  add(part: Buffer): number {
    this.parts.push(part);
    this.size += part.length;
    // A part costs about a hundred bytes beside those that it holds.
    if (this.parts.length === MOST_PARTS) {
      this.whole.push(Buffer.concat(this.parts));
      this.parts = [];
    }
    return this.size;
  }

  /** All of it, as UTF-8. */
  text(): string {
    const all = [...this.whole, ...this.parts];
    return (all.length === 1 ? all[0]! : Buffer.concat(all)).toString("utf8");
  }
}
