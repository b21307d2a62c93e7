/** The showcase as typed documents of the client. */
import { readdirSync, readFileSync } from "node:fs";
import { parse, print } from "graphql";
import { createClient, divisionCode } from "../../../clients/typescript/src/index.js";
import * as showcase from "../../../clients/typescript/src/generated/showcase.js";
import { projectPath } from "../../../platform/config/index.js";

const FOLDER = projectPath("schema/operations");
const printed = (text: string): string => print(parse(text));

describe("the showcase of the client", () => {
  it("has each operation as it is", () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".graphql"));
    const texts = files.map((name) => printed(readFileSync(`${FOLDER}/${name}`, "utf8")));
    const documents = Object.values(showcase).map((document) => printed(document.toString()));
    expect(documents.sort()).toEqual(texts.sort());
    expect(documents.length).toBeGreaterThan(10);
  });

  it("knows the types of variables and answers", async () => {
    const sent: string[] = [];
    const fetched: typeof fetch = (_url, init) => {
      sent.push(String(init?.body));
      return Promise.resolve(Response.json({ data: { division: { name: "延吉市", serviceMatters: null } } }));
    };
    const client = createClient({ url: "http://localhost/graphql", fetch: fetched });
    const variables = { division: divisionCode("222401"), search: "食品经营许可", first: 10 };
    const { data } = await client.ask(showcase.RestaurantInYanji, variables);
    // Compiles as text alone: the answer is typed.
    const name: string | null | undefined = data?.division?.name;
    expect(name).toBe("延吉市");
    expect(JSON.parse(sent[0]!)).toMatchObject({ variables });
    // @ts-expect-error A code that nobody checked is no DivisionCode.
    const unchecked: Parameters<typeof ask>[0] = { ...variables, division: "222401" };
    const ask = (given: showcase.RestaurantInYanjiQueryVariables) => client.ask(showcase.RestaurantInYanji, given);
    expect((await ask(unchecked)).data).toBeDefined();
  });
});
