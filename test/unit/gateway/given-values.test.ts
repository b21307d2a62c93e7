/** What may go from one service's answer to another service. */
import { createGivenValues, MOST_GIVEN } from "../../../gateway/engine/compiled/given-values.js";

const values = createGivenValues(`
  directive @anything on FIELD_DEFINITION
  enum Kind { HOUSE FLAT }
  scalar Anything
  interface Place { id: ID! }
  type House implements Place { id: ID! floors: Int kind: Kind tags: [[String]] owner: Owner place: Place any: Anything }
  type Owner { code: String since: Int }
`);

it.each([
  ["id", "1", true],
  ["id", 1, true],
  ["id", { a: 1 }, false],
  ["id", true, false],
  ["id", null, true],
  ["id", "a\u0000b", false],
  ["id", "\ud800", false],
  ["id", "房".repeat(MOST_GIVEN), true],
  ["id", "a".repeat(MOST_GIVEN + 1), false],
  ["floors", 2 ** 31, false],
  ["floors", "3", false],
  ["kind", "FLAT", true],
  ["kind", "CASTLE", false],
  ["tags", [["a", null], null], true],
  ["tags", [["a", 1]], false],
  ["tags", "a", false],
  ["owner", { code: "1", since: 2_020 }, true],
  ["owner", { code: 1 }, false],
  ["owner", [], false],
  ["place", { __typename: "House", floors: "3" }, false],
  ["place", { __typename: "Unknown", floors: "3" }, true],
  ["place", { id: [] }, true],
  // What is of no known type, or of the partner's own, holds no text that can not be kept either.
  ["place", { __typename: "Unknown", id: "a\u0000" }, false],
  ["place", { id: "a\u0000" }, false],
  ["any", { deep: [1, "a"] }, true],
  ["any", { deep: ["a\u0000"] }, false],
  ["alias", "a", true],
  ["alias", ["a\u0000"], false],
  ["__typename", "House", true],
])("House.%s may be %j: %s", (field, value, is) => expect(values.isRight("House", field, value)).toBe(is));

it("knows the types of the supergraph, and no other", () => {
  expect(["House", "Place", "Kind", "Nothing", "__proto__", "constructor"].map((type) => values.isKnown(type))).toEqual(
    [...[true, true, false, false, false, false]],
  );
});
