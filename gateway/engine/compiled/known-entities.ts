/** Which representation each object has, equal ones being sent once. */
import type { Row } from "./merge.js";
import type { EntityPart } from "./program.js";

/** The representations of one part. */
export class KnownEntities {
  /** JSON texts, each as often as it is sent. */
  readonly representations: string[] = [];
  private readonly byText = new Map<string, number>();
  /** By value of the one field that is the key, for each type. */
  private readonly byKey = new Map<string, Map<unknown, number>>();

  constructor(private readonly part: EntityPart) {}

  /** Index of the object's representation; -1 where it lacks something that is required. */
  indexOf(object: Row): number {
    const { represent, shares } = this.part;
    if (!shares) return this.add(represent.text(object));
    const typename = object["__typename"];
    const key = typeof typename === "string" ? represent.keyOf(typename) : undefined;
    if (key === undefined) return this.ofText(represent.text(object));
    // The text of an object that was met is not made again: most of a list are a few.
    const value = object[key];
    if (typeof value === "object") return this.ofText(represent.text(object));
    let known = this.byKey.get(typename as string);
    if (!known) this.byKey.set(typename as string, (known = new Map<unknown, number>()));
    const before = known.get(value);
    if (before !== undefined) return before;
    const index = this.add(represent.text(object));
    known.set(value, index);
    return index;
  }

  private ofText(text: string | undefined): number {
    if (text === undefined) return -1;
    const before = this.byText.get(text);
    if (before !== undefined) return before;
    const index = this.add(text);
    this.byText.set(text, index);
    return index;
  }

  private add(text: string | undefined): number {
    return text === undefined ? -1 : this.representations.push(text) - 1;
  }
}
