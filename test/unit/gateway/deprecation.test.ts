/** What is deprecated is told with its days, in the fields that RFC 9745 and RFC 8594 define; and every deprecation of the graph says them. */
import { readFileSync } from "node:fs";
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType, parse } from "graphql";
import { deprecationOf } from "../../../gateway/request/deprecation.js";
import { projectPath } from "../../../platform/config/index.js";

const schema = buildSchema(`
  type Query {
    new(a: Int, old: Int @deprecated(reason: "Use a, since 2026-03-01, gone from 2027-03-01.")): Int
    old: Int @deprecated(reason: "Ask for new, since 2026-01-01, gone from 2028-01-01.")
    partners: Int @deprecated(reason: "Soon.")
    given(input: In): Int
  }
  input In { a: Int old: Int @deprecated(reason: "Say a, since 2026-05-01, gone from 2026-12-31.") }
`);
const told = (document: string): unknown => deprecationOf(parse(document), schema);

it.each([
  ["{ new(a: 1) }", {}],
  ["{ partners }", {}],
  ["{ __typename }", {}],
  ["{ old }", { deprecation: "@1767196800", sunset: "Fri, 31 Dec 2027 16:00:00 GMT" }],
  ["{ new(old: 1) }", { deprecation: "@1772294400", sunset: "Sun, 28 Feb 2027 16:00:00 GMT" }],
  ["{ given(input: { old: 1 }) }", { deprecation: "@1777564800", sunset: "Wed, 30 Dec 2026 16:00:00 GMT" }],
])("%s", (document, headers) => expect(told(document)).toEqual(headers));

it("the first of several days is told", () =>
  expect(told("query ($v: Int) { old @include(if: false) new(old: $v) }")).toEqual({
    deprecation: "@1767196800",
    sunset: "Sun, 28 Feb 2027 16:00:00 GMT",
  }));

it("every deprecation of the public graph ends with its days, the later one a year later at least", () => {
  const graph = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
  const reasons = Object.values(graph.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => field.deprecationReason);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      [field, ...field.args].map(({ deprecationReason }) => deprecationReason),
    );
  });
  const given = reasons.filter((reason) => reason != null);
  expect(given.length).toBeGreaterThan(3);
  for (const reason of given) {
    const [, since, gone] = /, since (\d{4}-\d{2}-\d{2}), gone from (\d{4}-\d{2}-\d{2})\.$/.exec(reason!) ?? [];
    expect([reason, Date.parse(gone!) - Date.parse(since!) >= 365 * 86_400_000]).toEqual([reason, true]);
  }
});
