/** Scalars of the client: days exist, codes have their form. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse as parseYaml } from "yaml";
import { catalogCode, divisionCode, documentNumber, localDate, uscc } from "../../../clients/typescript/src/index.js";
import { projectPath } from "../../../platform/config/index.js";

const textOf = (path: string): string => readFileSync(projectPath(path), "utf8");
interface Codegen {
  readonly generates: Readonly<Record<string, { readonly config: { readonly scalars: object } }>>;
}

describe("scalars of the client", () => {
  it("are all that the graph has, in the package and in each recipe", () => {
    const scalars = [...textOf("schema/public.graphql").matchAll(/^scalar (\w+)/gm)].map(([, name]) => name!).sort();
    const typed = /type Scalars = \{([^}]*)\}/.exec(textOf("clients/typescript/src/scalars.ts"))![1]!;
    expect([...typed.matchAll(/readonly (\w+):/g)].map(([, name]) => name!).sort()).toEqual(scalars);
    for (const recipe of ["graphql-codegen", "apollo-client", "urql"]) {
      const { generates } = parseYaml(textOf(`clients/recipes/${recipe}/codegen.yml`)) as Codegen;
      expect(Object.keys(generates["src/gql/"]!.config.scalars).sort()).toEqual(scalars);
    }
    const relay = JSON.parse(textOf("clients/recipes/relay/relay.config.json")) as { customScalarTypes: object };
    expect(Object.keys(relay.customScalarTypes).sort()).toEqual(scalars);
  });

  it("takes exactly the days of the calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), (year, month, day) => {
        const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
          "-",
        );
        const date = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        if (exists) expect(localDate(text)).toBe(text);
        else expect(() => localDate(text)).toThrow(RangeError);
      }),
    );
    expect(localDate("2024-02-29")).toBe("2024-02-29");
    expect(() => localDate("2100-02-29")).toThrow(RangeError);
  });

  it.each(["2026-9-1", "2026-09-01T00:00:00Z", " 2026-09-01", "2026-09-01\n", "二〇二六"])(
    "refuses the day %j",
    (text) => expect(() => localDate(text)).toThrow(RangeError),
  );

  it("takes codes in their form alone", () => {
    expect(uscc("91990101MA9000011P")).toBe("91990101MA9000011P");
    expect(divisionCode("222401")).toBe("222401");
    expect(catalogCode("000125001000")).toBe("000125001000");
    expect(documentNumber("吉财农指〔2026〕35号")).toBe("吉财农指〔2026〕35号");
    for (const refused of [
      () => uscc("91990101MA9000011"),
      () => uscc("91990101MI9000011P"),
      () => divisionCode("2224011"),
      () => catalogCode("00012500100"),
      () => documentNumber(""),
    ])
      expect(refused).toThrow(RangeError);
  });
});
