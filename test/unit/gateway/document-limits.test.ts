/** Limits on documents and variables: what passes, what is refused, and how little a refusal costs. */
import { getIntrospectionQuery } from "graphql";
import { checkDocument, checkVariables } from "../../../gateway/document/document-limits.js";

const reasonOf = (
  source: string,
  viewer: "anonymous" | "signedIn" = "anonymous",
  introspection = true,
): string | undefined => {
  try {
    checkDocument(source, viewer, { introspection });
    return undefined;
  } catch (error) {
    return (error as { details?: { reason?: string } }).details?.reason ?? (error as Error).name;
  }
};

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

/** A chain of fields this many levels deep. */
const nested = (levels: number, leaf = "a"): string => (levels === 1 ? leaf : `a { ${nested(levels - 1, leaf)} }`);

describe("[A07] depth", () => {
  it("takes ten levels", () => expect(reasonOf(`{ ${nested(10)} }`)).toBeUndefined());

  it.each([
    ["fields", `{ ${nested(11)} }`],
    ["an inline fragment", `{ ... { ${nested(5, `... on T { ${nested(7)} }`)} } }`],
    ["a named fragment", `{ ${nested(5, "a { ...f }")} } fragment f on T { ${nested(6)} }`],
    [
      "nested fragments",
      `{ ${nested(4, "a { ...f }")} } fragment f on T { a { ...g } } fragment g on T { ${nested(6)} }`,
    ],
    ["introspection beside another field", `{ b __schema { ${nested(10)} } }`],
  ])("refuses eleven levels by way of %s", (_way, source) => expect(reasonOf(source)).toBe("DEPTH"));
});

describe("[A04] expanded selections", () => {
  it.each([4, 7, 14, 19])(
    "refuses a bomb of %d fragments, each ten times the one before, without writing it out",
    (count) => {
      // Written out, the largest has 10^19 selections: a check that walked them would never end.
      const spreads = (index: number): string => times(10, () => (index < count ? `...f${index}` : "c"));
      const fragments = times(count, (index) => `fragment f${index} on T { ${spreads(index + 1)} }`);
      expect(reasonOf(`{ a { ...f0 } } ${fragments} fragment f${count} on T { c }`, "signedIn")).toMatch(
        /^(SELECTIONS|DEPTH|ALIASES)$/,
      );
    },
  );

  it("counts a fragment as often as it is spread", () => {
    const fragment = `fragment f on T { ${times(60, (index) => `x${index}`)} }`;
    expect(reasonOf(`{ a { ...f } b { ...f } } ${fragment}`)).toBeUndefined();
    expect(reasonOf(`{ a { ...f } b { ...f } c { ...f } d { ...f ...f } } ${fragment}`)).toBe("SELECTIONS");
    expect(reasonOf(`{ a { ...f } b { ...f } c { ...f } d { ...f ...f } } ${fragment}`, "signedIn")).toBeUndefined();
  });

  it("leaves a cycle of fragments to validation", () =>
    expect(reasonOf(`{ a { ...f } } fragment f on T { b { ...g } } fragment g on T { ...f }`)).toBeUndefined());
});

describe("[A05] fragments that nothing spreads", () => {
  const asked = "{ me { kind } }";
  it.each([
    ["selections", `${asked} fragment f on T { ${times(251, (index) => `x${index}`)} }`, "SELECTIONS"],
    [
      "selections in several",
      `${asked} ${times(3, (each) => `fragment f${each} on T { ${times(90, () => "x")} }`)}`,
      "SELECTIONS",
    ],
    [
      "selections in one whose name is taken again",
      `{ ...f } fragment f on T { ${times(251, () => "x")} } fragment f on T { x }`,
      "SELECTIONS",
    ],
    ["selections where nothing else is", `fragment f on T { ${times(251, () => "x")} }`, "SELECTIONS"],
    ["levels", `${asked} fragment f on T { ${nested(11)} }`, "DEPTH"],
    ["definitions of one name", `${asked} ${times(21, () => "fragment f on T { a }")}`, "FRAGMENTS"],
  ])("count as if they were spread: %s", (_what, source, reason) => expect(reasonOf(source)).toBe(reason));

  it("take what is within the limits on to validation, which names them", () =>
    expect(reasonOf(`${asked} fragment f on T { ${nested(10)} }`)).toBeUndefined());
});

describe("numbers of things", () => {
  it.each([
    ["[A02] 16 aliases", `{ a { ${times(16, (index) => `x${index}: b`)} } }`, "ALIASES"],
    ["[A02] 16 aliases of __typename", `{ a { ${times(16, (index) => `x${index}: __typename`)} } }`, "ALIASES"],
    [
      "16 aliases inside fragments",
      `{ a { ...f } } fragment f on T { ${times(16, (index) => `x${index}: b`)} }`,
      "ALIASES",
    ],
    ["six root fields", `{ a b c d e f }`, "ROOT_FIELDS"],
    ["six root fields in a fragment", `{ a ...f } fragment f on Query { b c d e f }`, "ROOT_FIELDS"],
    ["[A08] 21 directives on a field", `{ a ${"@x ".repeat(21)} }`, "DIRECTIVES"],
    ["[A08] 21 directives on an operation", `query ${"@x ".repeat(21)} { a }`, "DIRECTIVES"],
    ["[A08] 21 directives on a fragment", `{ ...f } fragment f on T ${"@x ".repeat(21)} { a }`, "DIRECTIVES"],
    ["[A08] 21 directives on a variable", `query($v: Int ${"@x ".repeat(21)}) { a }`, "DIRECTIVES"],
    ["21 fragments", `{ a } ${times(21, (index) => `fragment f${index} on T { a }`)}`, "FRAGMENTS"],
    ["[A03] two operations", `query A { a } query B { b }`, "OPERATIONS"],
    ["[A09] too many tokens", `{ ${"a ".repeat(1_000)} }`, "TOKENS"],
  ])("refuses %s", (_name, source, reason) => expect(reasonOf(source)).toBe(reason));

  it.each([
    ["15 aliases", `{ a { ${times(15, (index) => `x${index}: b`)} } }`],
    ["five root fields", `{ a b c d e }`],
    ["20 directives", `{ a ${"@x ".repeat(20)} }`],
    ["20 fragments", `{ a } ${times(20, (index) => `fragment f${index} on T { a }`)}`],
  ])("takes %s", (_name, source) => expect(reasonOf(source)).toBeUndefined());

  it("gives signed-in viewers twice the tokens", () => {
    const source = `query(${"$v: Int ".repeat(300)}) { a }`;
    expect([reasonOf(source), reasonOf(source, "signedIn")]).toEqual(["TOKENS", undefined]);
  });

  it("refuses a text over 16 KiB unread, whatever it holds", () => {
    const comment = (bytes: number): string => `{ a } #${"x".repeat(bytes - 7)}`;
    expect([reasonOf(comment(16 * 1024)), reasonOf(comment(16 * 1024 + 1), "signedIn")]).toEqual([
      undefined,
      "DOCUMENT",
    ]);
    // Three bytes each.
    expect(reasonOf(`{ a } #${"事".repeat(5_500)}`)).toBe("DOCUMENT");
  });

  it("stops reading at the limit and names no number", () => {
    let message = "";
    try {
      checkDocument(`{ ${"a ".repeat(8_000)} %%% }`, "anonymous", { introspection: true });
    } catch (error) {
      message = (error as Error).message;
    }
    // Read to its end, it would be a syntax error.
    expect(message).toMatch(/tokens/);
    expect(message).not.toMatch(/\d/);
  });
});

describe("introspection", () => {
  it("takes the standard query of graphql-js and of GraphiQL", () => {
    expect(reasonOf(getIntrospectionQuery())).toBeUndefined();
    expect(
      reasonOf(
        getIntrospectionQuery({
          inputValueDeprecation: true,
          schemaDescription: true,
          specifiedByUrl: true,
          oneOf: true,
        }),
      ),
    ).toBeUndefined();
  });

  it("holds it to the ordinary limits where introspection is off", () =>
    expect(reasonOf(getIntrospectionQuery(), "anonymous", false)).toBeDefined());

  it("refuses a bomb that asks for nothing but the schema", () => {
    const fragments = times(
      18,
      (index) => `fragment f${index} on __Type { fields { type { ...f${index + 1} } } ...f${index + 1} }`,
    );
    expect(reasonOf(`{ __schema { types { ...f0 } } } ${fragments} fragment f18 on __Type { name }`)).toMatch(
      /SELECTIONS|DEPTH/,
    );
  });
});

describe("[A10] variables", () => {
  const chain = (depth: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level++) value = [value];
    return value;
  };

  it.each([
    ["20,000 levels", { v: chain(20_000) }],
    ["eleven levels", { v: chain(10) }],
    ["200,000 values", { v: Array.from({ length: 200_000 }, () => 1) }],
  ])("refuses %s", (_name, variables) =>
    expect(() => checkVariables(variables)).toThrow(expect.objectContaining({ details: { reason: "VARIABLES" } })),
  );

  it.each([
    ["none", undefined],
    ["ten levels", { v: chain(9) }],
    ["1,900 values", { v: Array.from({ length: 1_900 }, () => 1) }],
  ])("takes %s", (_name, variables) => expect(() => checkVariables(variables)).not.toThrow());
});
