/** What goes on to planning holds no null where nothing was meant: a service that tells null from absent gives the same. */
import { buildSchema, parse, print } from "graphql";
import { withoutNulls } from "../../../gateway/document/without-nulls.js";

const SCHEMA = buildSchema(
  `type Query { list(filter: Filter, ids: [Int]): Int } input Filter { a: Int inner: Filter }`,
);
const gone = (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const { document, variables: left } = withoutNulls(SCHEMA, { document: parse(query), variables });
  return [print(document).replaceAll(/\s+/g, " "), left];
};

it("null literals are absent at every depth of an input object, and items of lists stay", () => {
  expect(gone(`{ list(filter: { a: null, inner: { a: null, inner: null } }, ids: [1, null]) }`)).toEqual([
    "{ list(filter: {inner: {}}, ids: [1, null]) }",
    {},
  ]);
  expect(gone(`{ list(filter: null, ids: null) }`)).toEqual(["{ list }", {}]);
});

it("null is absent within variables at every depth", () => {
  const query = "query ($filter: Filter, $ids: [Int]) { list(filter: $filter, ids: $ids) }";
  expect(gone(query, { filter: { a: null, inner: { a: null } }, ids: [null, 2] })).toEqual([
    query,
    { filter: { inner: {} }, ids: [null, 2] },
  ]);
});
