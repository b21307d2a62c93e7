/** Variables in an address: all of them are read, however many there are. */
import { buildSchema } from "graphql";
import { readVariables } from "../../../gateway/doors/read-variables.js";
import { queryOf } from "../../../gateway/request/http-request.js";

const { shops } = buildSchema("type Query { shops(ids: [ID!]!): Int }").getQueryType()!.getFields();
const IDS = { name: "ids", type: shops!.args[0]!.type, byDefault: undefined, description: undefined };

const many = Array.from({ length: 1_200 }, (_, at) => `ids=${at}`).join("&");
const read = (query: string): unknown => readVariables(queryOf({ url: `/rest/portal/Shops?${query}` } as never), [IDS]);

it("takes a list to its end", () => {
  const { ids: taken } = read(many) as { readonly ids: readonly string[] };
  expect([taken.length, taken.at(-1)]).toEqual([1_200, "1199"]);
});

it("refuses a name that is no variable, wherever it stands", () => {
  expect(() => read(`${many}&other=1`)).toThrow("A parameter is no variable of the operation.");
});
