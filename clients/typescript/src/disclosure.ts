/** What a page shows of a value: the value, the value in part, or why it is not there. Never a bare null. */
import type { GraphError } from "./errors.js";
import type { MaskName, WithholdingReason } from "./generated/disclosure.js";

/** Names of response keys; `@` stands for any position of a list. */
export type NoticePath = readonly string[];

/** Why values of a path are missing, and what the reader may do about it (`extensions.withheld`). */
export interface WithheldNotice {
  readonly path: NoticePath;
  readonly count: number | null;
  readonly rule: string;
  readonly reason: WithholdingReason;
  /** Id for `legalBasis(id:)`. */
  readonly basis: string;
  /** Reason and legal basis as a sentence. */
  readonly explanation: string;
  readonly remedy: {
    readonly kind: "SIGN_IN" | "STEP_UP" | "SCOPE" | "AGREEMENT" | "CONTACT";
    readonly detail: string;
  };
}

/** Values of a path that are shown in part (`extensions.masked`). */
export interface MaskedNotice {
  readonly path: NoticePath;
  readonly count: number | null;
  readonly rule: string;
  readonly mask: MaskName;
}

/** An answer as far as what it shows goes. */
export interface Disclosed<Data> {
  readonly data: Data | null;
  readonly errors: readonly GraphError[];
  readonly withheld: readonly WithheldNotice[];
  readonly masked: readonly MaskedNotice[];
}

/**
 * A value for a component. The graph counts what it withheld for a path, it does not number it: `certain` is false where a list has
 * more nulls (or values) at that path than were withheld (or masked), so that this one may as well be without a value (or whole).
 */
export type Shown<Value> =
  | { readonly state: "shown"; readonly value: Value }
  | { readonly state: "masked"; readonly value: Value; readonly notice: MaskedNotice; readonly certain: boolean }
  | { readonly state: "withheld"; readonly notice: WithheldNotice; readonly certain: boolean }
  | { readonly state: "failed"; readonly error: GraphError }
  | { readonly state: "absent" };

type Path = readonly (string | number)[];

const step = (value: unknown, key: string | number): unknown =>
  value === null || typeof value !== "object" ? undefined : (value as Readonly<Record<string | number, unknown>>)[key];

const patternOf = (path: Path): string[] => path.map((key) => (typeof key === "number" ? "@" : key));

const beginsWith = (path: readonly unknown[], beginning: readonly unknown[]): boolean =>
  beginning.length <= path.length && beginning.every((key, index) => key === path[index]);

/** Values that an answer has at a path of notices. */
const valuesAt = (data: unknown, [key, ...rest]: NoticePath): readonly unknown[] => {
  if (key === undefined) return [data];
  if (key !== "@") return data === null || data === undefined ? [] : valuesAt(step(data, key), rest);
  return Array.isArray(data) ? data.flatMap((item: unknown) => valuesAt(item, rest)) : [];
};

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

/** What to show of the value at a path, such as `["organization", "penalties", "nodes", 0, "fine"]`. */
export const shownAt = <Value = unknown>(answer: Disclosed<unknown>, path: Path): Shown<Value> => {
  const value = path.reduce<unknown>(step, answer.data);
  const pattern = patternOf(path);
  if (!isAbsent(value)) {
    const notice = answer.masked.find((each) => each.path.length === pattern.length && beginsWith(pattern, each.path));
    if (notice === undefined) return { state: "shown", value: value as Value };
    const values = valuesAt(answer.data, notice.path).filter((each) => !isAbsent(each));
    return { state: "masked", value: value as Value, notice, certain: values.length === notice.count };
  }
  const error = answer.errors.find((each) => each.path !== undefined && beginsWith(path, each.path));
  if (error !== undefined) return { state: "failed", error };
  const notice = answer.withheld.find((each) => beginsWith(pattern, each.path));
  if (notice === undefined) return { state: "absent" };
  const nulls = valuesAt(answer.data, notice.path).filter(isAbsent);
  return { state: "withheld", notice, certain: nulls.length === notice.count };
};

/** The notices of a body's `extensions`, empty where there are none. */
export const noticesOf = (
  extensions: Readonly<Record<string, unknown>> | undefined,
): Pick<Disclosed<unknown>, "withheld" | "masked"> => ({
  withheld: (extensions?.["withheld"] as readonly WithheldNotice[] | undefined) ?? [],
  masked: (extensions?.["masked"] as readonly MaskedNotice[] | undefined) ?? [],
});
