/** A shape kept as JSON is read through every version that it had, and never guessed. */
import { storedShape } from "../../../platform/database/index.js";

interface Fee {
  readonly name: string;
  readonly amountFen: number;
}
/** Version 1 counted yuan, version 2 fen, version 3 gave the name another field. */
const FEE = storedShape<Fee, { readonly title: string; readonly fen: number }>({
  places: ["fees.content", "fee_versions.content"],
  upgrades: [
    ({ name, yuan }: { name: string; yuan: number }) => ({ name, fen: yuan * 100 }),
    ({ name, fen }: { name: string; fen: number }) => ({ title: name, fen }),
  ],
  toStored: ({ name, amountFen }) => ({ title: name, fen: amountFen }),
  toDomain: ({ title, fen }) => ({ name: title, amountFen: fen }),
});

const KNOWN = "of its shape, this program knows 1 to 3: run the version of the program that wrote it, or a newer one.";

it("writes the newest version with its number", () =>
  expect(FEE.write({ name: "工本费", amountFen: 1_000 })).toEqual({ v: 3, title: "工本费", fen: 1_000 }));

it.each([
  ["without a number, which is version 1", { name: "工本费", yuan: 10 }],
  ["of version 1", { v: 1, name: "工本费", yuan: 10 }],
  ["of version 2", { v: 2, name: "工本费", fen: 1_000 }],
  ["of version 3", { v: 3, title: "工本费", fen: 1_000 }],
])("reads what is kept %s", (_name, kept) => expect(FEE.read(kept)).toEqual({ name: "工本费", amountFen: 1_000 }));

it.each([
  [{ v: 4, title: "工本费" }, `holds version 4 ${KNOWN}`],
  [{ v: 0, title: "工本费" }, `holds version 0 ${KNOWN}`],
  [{ v: "2", name: "工本费" }, `holds version 2 ${KNOWN}`],
  [null, "holds no JSON object."],
  [[], "holds no JSON object."],
  ["工本费", "holds no JSON object."],
])("refuses %j by table and version", (kept, why) =>
  expect(() => FEE.read(kept)).toThrow(new Error(`fees.content or fee_versions.content ${why}`)),
);
