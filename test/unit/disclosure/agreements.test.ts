/** Files of agreements: read strictly, refused in sentences. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "../../../platform/config/index.js";
import { createAgreementBook, loadAgreements, parseAgreement } from "../../../platform/disclosure/decision/index.js";
import { VIEWERS } from "../../support/viewers.js";

const GOOD = {
  id: "a",
  client: "app-partner",
  agency: "Agency",
  fields: ["Thing.value"],
  purposes: ["test"],
  validFrom: "2026-01-01",
  validTo: "2026-12-31",
};

describe("a file of an agreement", () => {
  it.each([
    ["no purpose", { purposes: [] }, /purposes/],
    ["a day that does not exist", { validTo: "2026-02-30" }, /validTo/],
    ["an end before its beginning", { validTo: "2025-12-31" }, /ends before it begins/],
    ["neither fields nor types", { fields: [] }, /neither fields nor types/],
    ["a field that is no Type.field", { fields: ["value"] }, /Type\.field/],
    ["a key that is not known", { validUntil: "2026-12-31" }, /validUntil/],
  ])("is refused with %s, by name", (_case, changes, message) => {
    const parse = (): unknown => parseAgreement(JSON.stringify({ ...GOOD, ...changes }), "a.json");
    expect(parse).toThrow(message);
    expect(parse).toThrow("a.json");
  });

  it("is refused where it is not JSON", () =>
    expect(() => parseAgreement("{", "a.json")).toThrow("a.json is not JSON"));
});

describe("a folder of agreements", () => {
  it("is read whole, other files left alone", () => {
    const folder = mkdtempSync(join(tmpdir(), "agreements-"));
    writeFileSync(join(folder, "a.json"), JSON.stringify(GOOD));
    writeFileSync(join(folder, "b.json"), JSON.stringify({ ...GOOD, id: "b" }));
    writeFileSync(join(folder, "README.md"), "not JSON");
    expect(loadAgreements(folder).held(VIEWERS["app-partner"], "2026-09-28")).toEqual(["a", "b"]);
    rmSync(folder, { recursive: true });
    expect(() => loadAgreements(folder)).toThrow(/no folder of agreements/);
  });

  it("that has no name is none", () =>
    expect(loadAgreements("").held(VIEWERS["app-partner"], "2026-09-28")).toEqual([]));

  it("has each id once", () => {
    const agreement = { ...GOOD, types: [] };
    expect(() => createAgreementBook([agreement, agreement])).toThrow(/same id/);
  });

  it("of the demonstration gives app-partner the credit evaluation, and nobody else", () => {
    const book = loadAgreements(projectPath("infra/agreements"));
    const on = "2026-09-28";
    expect(book.held(VIEWERS["app-partner"], on)).toEqual(["demo-agreement"]);
    expect(book.held(VIEWERS["app-open"], on)).toEqual([]);
    const covers = (field: string): boolean =>
      book.covers(VIEWERS["app-partner"], { type: field.split(".")[0]!, field: field.split(".")[1]! }, on);
    expect(covers("Organization.creditEvaluation")).toBe(true);
    expect(covers("CreditEvaluation.level")).toBe(true);
    expect(covers("ServiceCase.applicantName")).toBe(false);
  });
});
