/** A table of codes reads and writes each pair, whatever the order in which an enumeration is declared. */
import { codeTable } from "../../../platform/domain/index.js";

enum Light {
  RED = "RED",
  GREEN = "GREEN",
}

it("reads a code with or without leading zeros, and writes it as the dictionary does", () => {
  const table = codeTable<Light>({ [Light.GREEN]: "01", [Light.RED]: "9" }, { "8": Light.RED });
  expect(["1", "01", "001", "9", "8"].map(table.valueOf)).toEqual(["GREEN", "GREEN", "GREEN", "RED", "RED"]);
  expect([undefined, "", "0", "2", "RED"].map(table.valueOf)).toEqual(Array(5).fill(undefined));
  expect([table.codeOf(Light.GREEN), table.codeOf(Light.RED)]).toEqual(["01", "9"]);
  expect(table.values).toEqual(["GREEN", "RED"]);
  expect(table.byCode).toEqual({ "01": "GREEN", "9": "RED" });
});

it("does not compile where a value has no code", () => {
  // @ts-expect-error RED has no code.
  expect(codeTable<Light>({ [Light.GREEN]: "1" }).values).toEqual(["GREEN"]);
});

it.each([
  [
    "two values",
    () => codeTable<Light>({ [Light.GREEN]: "1", [Light.RED]: "01" }),
    "Code 01 stands for GREEN and for RED.",
  ],
  [
    "an alias",
    () => codeTable<Light>({ [Light.GREEN]: "1", [Light.RED]: "2" }, { "1": Light.RED }),
    "Code 1 stands for GREEN and for RED.",
  ],
])("refuses one code for %s", (_name, make, why) => expect(make).toThrow(new Error(why)));
