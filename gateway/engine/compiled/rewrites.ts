/** What a plan changes in representations and answers: names that services know otherwise than the graph. */
import type { Rewrite } from "./plan.js";

type Row = Record<string, unknown>;

/** Changes a value in place. */
export type ApplyRewrites = (value: unknown) => void;

const FRAGMENT = "... on ";

/** Compiles rewrites; undefined where there are none. */
export const compileRewrites = (
  rewrites: readonly Rewrite[] | undefined,
  isOfType: (typename: string, condition: string) => boolean,
): ApplyRewrites | undefined => {
  if (!rewrites || rewrites.length === 0) return undefined;
  /** An object that does not say its type is taken for one of the condition's. */
  const meets = (row: Row, condition: string): boolean =>
    typeof row["__typename"] !== "string" || isOfType(row["__typename"], condition);
  const at = (value: unknown, path: readonly string[], change: (row: Row) => void): void => {
    if (Array.isArray(value)) return value.forEach((element) => at(element, path, change));
    if (value === null || typeof value !== "object") return;
    const [step, ...rest] = path;
    const row = value as Row;
    if (step === undefined) return change(row);
    if (!step.startsWith(FRAGMENT)) return at(Object.hasOwn(row, step) ? row[step] : undefined, rest, change);
    if (meets(row, step.slice(FRAGMENT.length))) at(row, rest, change);
  };
  return (value) => {
    for (const rewrite of rewrites) at(value, rewrite.path.slice(0, -1), changeOf(rewrite));
  };
};

const changeOf = (rewrite: Rewrite): ((row: Row) => void) => {
  const name = rewrite.path.at(-1)!;
  if (rewrite.kind === "ValueSetter") return (row) => void (row[name] = rewrite.setValueTo);
  return (row) => {
    if (!Object.hasOwn(row, name)) return;
    row[rewrite.renameKeyTo] = row[name];
    delete row[name];
  };
};
