/** Why something of an export is not loaded: a whole file, or one row of it. */

/** The file as a whole can not be loaded; the message is for the person who runs the import. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}

/** Why one row goes to quarantine. */
export interface Violation {
  /** Column of the source, where one is at fault. */
  readonly column?: string;
  readonly value?: string;
  /** Name of the rule. */
  readonly rule: string;
  /** What to do about it, in a sentence. */
  readonly remedy: string;
}

/** A row that is not loaded, thrown by a kind's `accept`. */
export class RowRefused extends Error {
  override readonly name = "RowRefused";
  constructor(
    /** Our field that is at fault; the column is found by the mapping. */
    readonly field: string | undefined,
    readonly rule: string,
    readonly remedy: string,
  ) {
    super(rule);
  }
}

/** All reasons for which one row goes to quarantine, where there are several. */
export class RowRefusals extends Error {
  override readonly name = "RowRefusals";
  constructor(readonly refusals: readonly RowRefused[]) {
    super(refusals.map(({ rule }) => rule).join(" "));
  }
}

/** A row that a law seals: it is not loaded, and what an earlier import loaded of it is sealed too. */
export class RowSealed<Item> extends RowRefused {
  constructor(
    rule: string,
    remedy: string,
    readonly item: Item,
  ) {
    super(undefined, rule, remedy);
  }
}
