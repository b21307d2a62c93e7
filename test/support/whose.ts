/** Generated viewers and rows for a declaration of whose a row is: what its columns can hold, what a viewer can stand for, or nothing. */
import fc from "fast-check";
import { ROLES, type Viewer } from "../../platform/auth/index.js";
import type { Whose } from "../../platform/disclosure/admission/index.js";

/** Day of all readings. */
export const TODAY = "2026-09-28";

const HASHES = ["demo-subject-1", "demo-subject-2"];
const BODIES = ["91990101MA9000011P", "91990101MA9000046A"];
const AGENCIES = ["11990101MB9000015E", "91990101MA9000011P"];
const DIVISIONS = ["220000", "222400", "222401", "222402", "220104", "330100"];
const PLACES = [...DIVISIONS, "222401001001", "22", "%"];
const DAYS = ["2026-09-26", "2026-09-27", TODAY, "2026-09-29", "2026-09-30"];

type Part = Exclude<Whose<string>, { readonly kind: "ANY_OF" | "ALL_OF" }>;

/** The parts of a declaration that look at a column. */
export const partsOf = (whose: Whose<string>): Part[] =>
  whose.kind === "ANY_OF" || whose.kind === "ALL_OF" ? whose.rules.flatMap(partsOf) : [whose];

/** Type of a part's column in PostgreSQL. */
const typeOf = ({ kind }: Part): "text" | "int" | "boolean" | "date" => {
  if (kind === "AT_LEAST") return "int";
  if (kind === "UNLESS") return "boolean";
  return ["SINCE", "BEFORE", "AFTER", "UNTIL"].includes(kind) ? "date" : "text";
};

const valuesOf = (part: Part): readonly unknown[] => {
  switch (part.kind) {
    case "PERSON":
    case "BODY":
      return [...HASHES, ...BODIES];
    case "AGENCY":
      return AGENCIES;
    case "DIVISION":
      return PLACES;
    case "ONE_OF":
    case "NONE_OF":
      return [...part.values, "ANOTHER"];
    case "AT_LEAST":
      return [0, part.least - 1, part.least, part.least + 1];
    case "UNLESS":
      return [true, false];
    case "GIVEN":
      return ["2026-09-28"];
    default:
      return DAYS;
  }
};

/** The columns that a declaration reads, each with its type. */
export const columnsOf = (whose: Whose<string>): ReadonlyMap<string, string> =>
  new Map(partsOf(whose).map((part) => [part.column, typeOf(part)]));

/** Rows of a declaration; every column may be empty. */
export const rowsOf = (whose: Whose<string>): fc.Arbitrary<Readonly<Record<string, unknown>>> => {
  const parts = partsOf(whose);
  return fc.record(
    Object.fromEntries(
      [...columnsOf(whose).keys()].map((column) => [
        column,
        fc.constantFrom(null, ...parts.filter((part) => part.column === column).flatMap(valuesOf)),
      ]),
    ),
  );
};

/** Viewers with any roles and any claims, fitting or not. */
export const VIEWER: fc.Arbitrary<Viewer> = fc.record({
  kind: fc.constant("person" as const),
  roles: fc.subarray([...ROLES]),
  subjectHash: fc.constantFrom(undefined, ...HASHES),
  subjectUscc: fc.constantFrom(undefined, ...BODIES),
  agencyUscc: fc.constantFrom(undefined, ...AGENCIES),
  divisionCode: fc.constantFrom(undefined, ...DIVISIONS),
  scopes: fc.constant([]),
  agreements: fc.constant([]),
});
