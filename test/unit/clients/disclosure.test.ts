/** What the client shows of a value: shown, in part, withheld, failed or absent, and whether that is certain of one row. */
import { shownAt, type Disclosed, type WithheldNotice } from "../../../clients/typescript/src/index.js";

const withheld = (path: readonly string[], count: number): WithheldNotice => ({
  path,
  count,
  rule: "Organization.contact",
  reason: "INTERNAL_AFFAIRS",
  basis: "OGI-2019-16",
  explanation: "Internal affairs",
  remedy: { kind: "SIGN_IN", detail: "Sign in." },
});

const answer = (part: Partial<Disclosed<unknown>>): Disclosed<unknown> => ({
  data: null,
  errors: [],
  withheld: [],
  masked: [],
  ...part,
});

describe("what a page shows", () => {
  it("tells a withheld null from one without a value", () => {
    const given = answer({
      data: { organization: { name: "局", contact: null, revokedOn: null } },
      withheld: [withheld(["organization", "contact"], 1)],
    });
    expect(shownAt(given, ["organization", "contact"])).toMatchObject({ state: "withheld", certain: true });
    expect(shownAt(given, ["organization", "revokedOn"])).toEqual({ state: "absent" });
    expect(shownAt(given, ["organization", "name"])).toEqual({ state: "shown", value: "局" });
  });

  it("shows false, zero and empty text as values", () => {
    const given = answer({ data: { a: false, b: 0, c: "" } });
    expect(["a", "b", "c"].map((key) => shownAt(given, [key]).state)).toEqual(["shown", "shown", "shown"]);
  });

  it("is not certain of a row where fewer nulls of a list were withheld than it has", () => {
    const list = (count: number): Disclosed<unknown> =>
      answer({ data: { rows: [{ a: null }, { a: null }, { a: 1 }] }, withheld: [withheld(["rows", "@", "a"], count)] });
    expect(shownAt(list(2), ["rows", 0, "a"])).toMatchObject({ state: "withheld", certain: true });
    expect(shownAt(list(1), ["rows", 0, "a"])).toMatchObject({ state: "withheld", certain: false });
    expect(shownAt(list(1), ["rows", 2, "a"])).toEqual({ state: "shown", value: 1 });
  });

  it("shows what lies below a withheld object as withheld", () => {
    const given = answer({ data: { report: null }, withheld: [withheld(["report"], 1)] });
    expect(shownAt(given, ["report", "scope", "from"])).toMatchObject({ state: "withheld" });
  });

  it("shows a masked value with its mask, and takes no neighbour for it", () => {
    const masked = [{ path: ["rows", "@", "name"], count: 1, rule: "Case.applicantName", mask: "NAME" as const }];
    const given = answer({ data: { rows: [{ name: "欧阳**", nameOfAgency: "局" }] }, masked });
    expect(shownAt(given, ["rows", 0, "name"])).toEqual({
      state: "masked",
      value: "欧阳**",
      notice: masked[0],
      certain: true,
    });
    expect(shownAt(given, ["rows", 0, "nameOfAgency"]).state).toBe("shown");
  });

  it("tells a failed part from a withheld one, for that row alone", () => {
    const error = { code: "UPSTREAM_UNAVAILABLE" as const, message: "x", path: ["rows", 0, "a"] };
    const given = answer({ data: { rows: [{ a: null }, { a: null }] }, errors: [error] });
    expect(shownAt(given, ["rows", 0, "a", "b"])).toEqual({ state: "failed", error });
    expect(shownAt(given, ["rows", 1, "a"])).toEqual({ state: "absent" });
  });
});
