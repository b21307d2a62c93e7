/** The form of a publisher as a mapping: what the headings say is left out, what was chosen stands, what is not wanted is ignored. */
import {
  EMPTY_FORM,
  fieldOf,
  isMappingText,
  missingFields,
  toMapping,
} from "../../../gateway/web/client/imports/mapping.js";

const COLUMNS = [
  { heading: "文号", field: "docNo" },
  { heading: "处罚的内容", field: "content", likely: true },
  { heading: "备注" },
] as const;
const FILE = { columns: COLUMNS, said: [] };
const KIND = {
  kind: "penalties",
  fields: ["docNo", "content", "authorityUscc", "facts"].map((name) => ({
    name,
    doc: "",
    columns: [],
    required: name !== "facts",
  })),
};

describe("the form of a mapping", () => {
  it("says nothing of what the headings say, and takes what is likely", () => {
    expect(toMapping(EMPTY_FORM, COLUMNS)).toEqual({ columns: { content: ["处罚的内容"] } });
    expect(fieldOf(EMPTY_FORM, COLUMNS[2])).toBe("");
  });

  it("has several columns of one field in their order, and ignores a known one that is not wanted", () => {
    const fields = { 文号: "", 备注: "content" };
    expect(toMapping({ ...EMPTY_FORM, fields }, COLUMNS)).toEqual({
      columns: { content: ["处罚的内容", "备注"] },
      ignore: ["文号"],
    });
  });

  it("has numbers where rows and sheets are numbered, and nothing of what is empty", () => {
    const reading = { sheet: " 2 ", headerRow: "3", encoding: "gb18030", path: " " };
    expect(toMapping({ ...EMPTY_FORM, reading, constants: { authorityUscc: " X ", facts: "" } }, [])).toEqual({
      constants: { authorityUscc: "X" },
      sheet: 2,
      headerRow: 3,
      encoding: "gb18030",
    });
    expect(toMapping({ ...EMPTY_FORM, reading: { sheet: "2026年" } }, [])).toEqual({ sheet: "2026年" });
  });

  it("has what else is said as JSON, below what was chosen, and nothing of what is no object", () => {
    const more = '{"units": {"fineWan": "元"}, "columns": {"docNo": "别的"}}';
    expect(toMapping({ ...EMPTY_FORM, more }, COLUMNS)).toEqual({
      units: { fineWan: "元" },
      columns: { content: ["处罚的内容"] },
    });
    expect(["", " ", "{}", more].map(isMappingText)).toEqual([true, true, true, true]);
    expect(["[]", "1", "null", "{", "units"].map(isMappingText)).toEqual([false, false, false, false, false]);
  });

  it("names the required fields that nothing gives", () => {
    expect(missingFields(EMPTY_FORM, FILE, KIND)).toEqual(["authorityUscc"]);
    expect(missingFields(EMPTY_FORM, { ...FILE, said: ["authorityUscc"] }, KIND)).toEqual([]);
    expect(
      missingFields({ ...EMPTY_FORM, fields: { 处罚的内容: "" }, constants: { authorityUscc: "X" } }, FILE, KIND),
    ).toEqual(["content"]);
  });
});
