/**
 * Whose a row is, declared once as data over its columns: who may know of it, and while what. Two readings are made of a declaration and of
 * nothing else: `canRead` for a row at hand, `readableRows` (platform/database) for SQL. Pure.
 */
import type { Viewer } from "../../auth/index.js";
import type { LocalDate } from "../../domain/index.js";
import { agencyOf, bodyOf, personOf, supervisedBy } from "./reach.js";

/** A declaration over these columns; where they hold "today", whoever reads it says the day. */
export type Whose<Column extends string> =
  | { readonly kind: "PERSON" | "BODY" | "AGENCY"; readonly column: Column }
  | { readonly kind: "DIVISION"; readonly column: Column; readonly audited: boolean }
  | { readonly kind: "ONE_OF" | "NONE_OF"; readonly column: Column; readonly values: Values }
  | { readonly kind: "AT_LEAST"; readonly column: Column; readonly least: number }
  | { readonly kind: "UNLESS" | "GIVEN"; readonly column: Column }
  | { readonly kind: "SINCE" | "BEFORE" | "AFTER" | "UNTIL"; readonly column: Column }
  | { readonly kind: "ANY_OF"; readonly rules: readonly Whose<Column>[] }
  | { readonly kind: "ALL_OF"; readonly rules: readonly Whose<Column>[] };

/** The columns that a declaration looks at. */
export type ColumnOf<Declared> = Declared extends Whose<infer Column> ? Column : never;

/** One value or more: SQL has no list of none. */
type Values = readonly [string, ...string[]];

/** What a declaration needs beside columns where it asks for the day. */
type Today = "today";

/** Who reads, and on which day where the declaration asks for it. */
export type Reader<Column extends string> = AnyReader &
  (Today extends Column ? { readonly today: LocalDate } : unknown);

/** A reader of any declaration. */
export interface AnyReader {
  readonly viewer: Viewer;
  readonly today?: LocalDate;
}

/** The columns of a row that a declaration reads: texts, numbers and days as PostgreSQL gives them, null where there is none. */
export type Owned<Column extends string> = { readonly [Name in Exclude<Column, Today>]: unknown };

/** The citizen whose hash the column holds. */
export const ofPerson = <const C extends string>(column: C): Whose<C> => ({ kind: "PERSON", column });

/** The agents of the body whose credit code the column holds. */
export const ofBody = <const C extends string>(column: C): Whose<C> => ({ kind: "BODY", column });

/** The one or the others, where one column holds both. */
export const ofSubject = <const C extends string>(column: C): Whose<C> => anyOf(ofPerson(column), ofBody(column));

/** The officers of the agency whose credit code the column holds. */
export const ofAgency = <const C extends string>(column: C): Whose<C> => ({ kind: "AGENCY", column });

/** The supervisors of the division whose code the column holds; of public money (`audited`) finance auditors too. @default false */
export const inDivision = <const C extends string>(column: C, { audited = false } = {}): Whose<C> => ({
  kind: "DIVISION",
  column,
  audited,
});

/** Everybody, while the column holds one of the values. */
export const oneOf = <const C extends string>(column: C, values: Values): Whose<C> => ({
  kind: "ONE_OF",
  column,
  values,
});

/** Everybody, while the column holds a value and none of these. */
export const noneOf = <const C extends string>(column: C, values: Values): Whose<C> => ({
  kind: "NONE_OF",
  column,
  values,
});

/** Everybody, where the column holds this number or more. */
export const atLeast = <const C extends string>(column: C, least: number): Whose<C> => ({
  kind: "AT_LEAST",
  column,
  least,
});

/** Everybody, where the column is false. */
export const unless = <const C extends string>(column: C): Whose<C> => ({ kind: "UNLESS", column });

/** Everybody, where the column holds anything. */
export const given = <const C extends string>(column: C): Whose<C> => ({ kind: "GIVEN", column });

/** Everybody, from the column's day on; never without a day. */
export const since = <const C extends string>(column: C): Whose<C | Today> => ({ kind: "SINCE", column });

/** Everybody, as long as the column's day has not come; always without a day. */
export const before = <const C extends string>(column: C): Whose<C | Today> => ({ kind: "BEFORE", column });

/** Everybody, once the column's day is over; never without a day. */
export const after = <const C extends string>(column: C): Whose<C | Today> => ({ kind: "AFTER", column });

/** Everybody, up to the column's day and on it; always without a day. */
export const until = <const C extends string>(column: C): Whose<C | Today> => ({ kind: "UNTIL", column });

/** Whoever one of the rules names. */
export const anyOf = <const C extends string>(...rules: readonly Whose<C>[]): Whose<C> => ({ kind: "ANY_OF", rules });

/** Whoever all of the rules name. */
export const allOf = <const C extends string>(...rules: readonly Whose<C>[]): Whose<C> => ({ kind: "ALL_OF", rules });

/** Columns by which a row says whose it is; one that is left out is nobody's. */
export interface EntitledBy<Column extends string> {
  /** Hash of a person or credit code of a body, in one column. */
  readonly subject?: Column;
  readonly person?: Column;
  readonly body?: Column;
  readonly agency?: Column;
  readonly division?: Column;
  /** True for public money. @default false */
  readonly audited?: boolean;
}

/** Those who may know of a row whatever its state: whom it is about, the agency that keeps it, who supervises the division. */
export const entitled = <const C extends string>({ audited = false, ...by }: EntitledBy<C>): Whose<C> =>
  anyOf<C>(
    ...(by.subject === undefined ? [] : [ofSubject(by.subject)]),
    ...(by.person === undefined ? [] : [ofPerson(by.person)]),
    ...(by.body === undefined ? [] : [ofBody(by.body)]),
    ...(by.agency === undefined ? [] : [ofAgency(by.agency)]),
    ...(by.division === undefined ? [] : [inDivision(by.division, { audited })]),
  );

/** True where there can be a row that the viewer may know of: without one, no statement is needed. */
export const couldReadAny = (whose: Whose<string>, viewer: Viewer): boolean => {
  switch (whose.kind) {
    case "PERSON":
      return personOf(viewer) !== undefined;
    case "BODY":
      return bodyOf(viewer) !== undefined;
    case "AGENCY":
      return agencyOf(viewer) !== undefined;
    case "DIVISION":
      return supervisedBy(viewer, whose) !== undefined;
    case "ANY_OF":
      return whose.rules.some((rule) => couldReadAny(rule, viewer));
    case "ALL_OF":
      return whose.rules.every((rule) => couldReadAny(rule, viewer));
    default:
      return true;
  }
};

/** True where the viewer may know that the row exists. */
export const canRead = <C extends string>(whose: Whose<C>, reader: Reader<C>, row: Owned<C>): boolean =>
  holds(whose, reader, row as Readonly<Record<string, unknown>>);

const holds = (whose: Whose<string>, reader: AnyReader, row: Readonly<Record<string, unknown>>): boolean => {
  const { viewer } = reader;
  // The type asks for the day where it is needed; without one, nothing has begun and nothing lasts.
  const today = reader.today as LocalDate;
  if (whose.kind === "ANY_OF") return whose.rules.some((rule) => holds(rule, reader, row));
  if (whose.kind === "ALL_OF") return whose.rules.every((rule) => holds(rule, reader, row));
  const value = row[whose.column] ?? undefined;
  switch (whose.kind) {
    case "PERSON":
      return value !== undefined && value === personOf(viewer);
    case "BODY":
      return value !== undefined && value === bodyOf(viewer);
    case "AGENCY":
      return value !== undefined && value === agencyOf(viewer);
    case "DIVISION": {
      const digits = supervisedBy(viewer, whose);
      return digits !== undefined && typeof value === "string" && value.startsWith(digits);
    }
    case "ONE_OF":
      return typeof value === "string" && whose.values.includes(value);
    case "NONE_OF":
      return typeof value === "string" && !whose.values.includes(value);
    case "AT_LEAST":
      return (typeof value === "number" || typeof value === "bigint") && value >= whose.least;
    case "UNLESS":
      return value === false;
    case "GIVEN":
      return value !== undefined;
    case "SINCE":
      return typeof value === "string" && value <= today;
    case "BEFORE":
      return value === undefined || (value as LocalDate) > today;
    case "AFTER":
      return typeof value === "string" && value < today;
    case "UNTIL":
      return value === undefined || (value as LocalDate) >= today;
  }
};
