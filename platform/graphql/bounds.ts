/** Bounds of arguments: declared on the class that holds them, checked before a resolver runs. What is absent is within all bounds. */
import { badInput } from "../errors/index.js";

interface Bound {
  readonly property: string;
  readonly rule: "MIN" | "MAX" | "MAX_LENGTH";
  readonly limit: number;
}

const declared = new WeakMap<object, Bound[]>();

const bound =
  (rule: Bound["rule"], limit: number): PropertyDecorator =>
  (prototype, property) => {
    const bounds = declared.get(prototype) ?? [];
    bounds.push({ property: String(property), rule, limit });
    declared.set(prototype, bounds);
  };

/** The number is the limit or more. */
export const Min = (limit: number): PropertyDecorator => bound("MIN", limit);

/** The number is the limit or less. */
export const Max = (limit: number): PropertyDecorator => bound("MAX", limit);

/** The text has at most so many characters. */
export const MaxLength = (limit: number): PropertyDecorator => bound("MAX_LENGTH", limit);

const HOLDS: Readonly<Record<Bound["rule"], (value: unknown, limit: number) => boolean>> = {
  MIN: (value, limit) => typeof value === "number" && value >= limit,
  MAX: (value, limit) => typeof value === "number" && value <= limit,
  MAX_LENGTH: (value, limit) => typeof value === "string" && [...value].length <= limit,
};

const SENTENCES: Readonly<Record<Bound["rule"], (property: string, limit: number) => string>> = {
  MIN: (property, limit) => `${property} is ${limit} or more.`,
  MAX: (property, limit) => `${property} is ${limit} or less.`,
  MAX_LENGTH: (property, limit) => `${property} has at most ${limit} characters.`,
};

/** Checks a number that no class declares: what is absent is within. Throws BAD_USER_INPUT with argument and rule (MIN, MAX). */
export const checkWithin = (
  property: string,
  given: number | null | undefined,
  { min, max }: { min: number; max: number },
): void => {
  if (given === undefined || given === null) return;
  for (const [rule, limit] of [
    ["MIN", min],
    ["MAX", max],
  ] as const)
    if (!HOLDS[rule](given, limit)) throw badInput(property, rule, SENTENCES[rule](property, limit));
};

/** Checks an argument with all that is in it. Throws BAD_USER_INPUT with argument and rule (MIN, MAX, MAX_LENGTH), never with the value. */
export const checkBounds = (value: unknown): void => {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) return value.forEach(checkBounds);
  for (
    let prototype = Object.getPrototypeOf(value) as object | null;
    prototype;
    prototype = Object.getPrototypeOf(prototype)
  )
    for (const { property, rule, limit } of declared.get(prototype) ?? []) {
      const given = (value as Record<string, unknown>)[property];
      if (given !== undefined && given !== null && !HOLDS[rule](given, limit))
        throw badInput(property, rule, SENTENCES[rule](property, limit));
    }
  Object.values(value).forEach(checkBounds);
};
