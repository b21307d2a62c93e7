/** Golden codes of docs/reference/identifiers.md, and properties that must hold for all of them. */
import fc from "fast-check";
import {
  classifyTaskCode,
  isValidOrgCode,
  isValidResidentId,
  isValidTaskCode,
  isValidUscc,
  maskResidentId,
  normaliseDocumentNumber,
  parseDivisionCode,
  parseDocumentNumber,
  parseIndexNumber,
  parseOrgCode,
  parseUscc,
  usccFromParts,
} from "../../../platform/domain/index.js";

const VALID_USCC = [
  "91440300708461136T",
  "9144030071526726XG",
  "914403001922038216",
  "9144030027939873X7",
  "9152000071430580XT",
  "91100000100003962T",
  "911000001000013428",
  "911100001000044477",
  "91330100799655058B",
  "11511301008778183N",
  "115113010833722043",
  "1151130100877844X4",
  "12511301452260997J",
  "11511301MB1550442U",
  "11990101MB9000015E",
  "12990101MB90000236",
  "91990101MA9000011P",
  "91990101MA900002XF",
  "91990101MA9000046A",
  "92990101MA9000038C",
  "93990101NA9000019M",
  "51990101MJ9000014M",
  "52990101MJ9000022D",
  "31990101MD90000127",
  "N2990101MF900001X8",
];

describe("unified social credit code", () => {
  it.each(VALID_USCC)("accepts %s", (code) => expect(isValidUscc(code)).toBe(true));

  it.each(["91350100M000100Y4Z", "91310115MA1H8R7C6D", "TE5116020105116050", "", "91990101MA9000011"])(
    "refuses %s",
    (code) => expect(isValidUscc(code)).toBe(false),
  );

  it("normalises width and case", () => expect(parseUscc(" ９１990101ma9000011p ")).toBe("91990101MA9000011P"));

  it("names the rule and not the value", () => {
    expect(() => parseUscc("91990101MA9000011Q", "uscc")).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT", details: { argument: "uscc", rule: "USCC_CHECK_CHARACTER" } }),
    );
  });

  it("detects every single-character substitution", () => {
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (const code of VALID_USCC.slice(0, 5)) {
      for (let index = 0; index < 18; index++) {
        for (const character of alphabet) {
          if (character === code[index]) continue;
          expect(isValidUscc(code.slice(0, index) + character + code.slice(index + 1))).toBe(false);
        }
      }
    }
  });

  it("builds valid codes from any parts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (number) =>
        isValidUscc(usccFromParts("91", "990101", `MA${String(number).padStart(6, "0")}`)),
      ),
    );
  });
});

describe("other codes", () => {
  it("checks organisation codes", () => {
    expect(isValidOrgCode("083372204")).toBe(true);
    expect(parseOrgCode("00877868-5")).toBe("008778685");
    expect(isValidOrgCode("130501003")).toBe(false);
  });

  it.each([
    ["11010519491231002X", true],
    ["440524188001010014", true],
    ["990101199001010019", true],
    ["990101198506150020", true],
    ["990101199912312042", true],
    ["990101200102290035", false],
    ["990101199001010018", false],
  ])("checks the identity number %s", (number, valid) => expect(isValidResidentId(number, "2026-09-28")).toBe(valid));

  it("refuses an identity number born after today", () =>
    expect(isValidResidentId("990101199912312042", "1999-12-30")).toBe(false));

  it("shows three and two characters of an identity number", () =>
    expect(maskResidentId("990101199001010019")).toBe("990*************19"));

  it("classifies task codes", () => {
    expect(classifyTaskCode("12441500196720244T3442199806003")).toMatchObject({
      scheme: "TASK",
      warnings: ["TASK_TYPE_UNKNOWN"],
    });
    expect(isValidTaskCode("11440300007542785T4440709003000")).toBe(false);
    expect(classifyTaskCode("511Z07001006-511602000000-000-11511301008778183N-1-00")).toMatchObject({
      scheme: "LOCAL",
    });
    expect(classifyTaskCode("11990101MB9000015E422013100100001")).toMatchObject({
      scheme: "HANDLE_ITEM",
      catalogCode: "220131001000",
    });
    expect(() => classifyTaskCode("x".repeat(129))).toThrow();
  });

  it("accepts divisions of six, nine and twelve digits", () => {
    expect(parseDivisionCode("511602000000")).toBe("511602");
    expect(parseDivisionCode("222401001000")).toBe("222401001");
    expect(() => parseDivisionCode("22240")).toThrow();
  });

  it.each([
    ["渝府发〔2022〕32 号", "渝府发〔2022〕32号"],
    ["发文字号：晋政办发(2017〕109号", "晋政办发〔2017〕109号"],
    ["\u200b渝府办发〔2019〕103号", "渝府办发〔2019〕103号"],
    ["吉财农指[2026]第035号", "吉财农指〔2026〕35号"],
    ["国令第711号", "国令第711号"],
    ["国令第0711 号", "国令第711号"],
    ["主席令第二十九号", "主席令第二十九号"],
    ["中华人民共和国国家发展和改革委员会令第36号", "中华人民共和国国家发展和改革委员会令第36号"],
    ["吉自然资〔2023〕2-1号", "吉自然资〔2023〕2-1号"],
    ["〔2023〕第02－01号", "〔2023〕2-1号"],
    ["公告2024年第3号", "公告2024年第3号"],
    ["文号：海关总署公告2024年 第03号", "海关总署公告2024年第3号"],
    ["国家市场监督管理总局令2024年第3号", "国家市场监督管理总局令2024年第3号"],
    ["穗府规(2019)1号", "穗府规〔2019〕1号"],
    ["京公(朝)行罚决字[2026]第1号", "京公（朝）行罚决字〔2026〕1号"],
    ["吉延环建（表）字〔2026〕12号", "吉延环建（表）字〔2026〕12号"],
    ["沪市监浦处〔2023〕152023001234号", "沪市监浦处〔2023〕152023001234号"],
  ])("normalises %s", (dirty, clean) => {
    expect(parseDocumentNumber(dirty)).toBe(clean);
    expect(normaliseDocumentNumber(clean)).toBe(clean);
  });

  it.each([
    "〔2026〕35号",
    "吉财农指〔2026〕号",
    "吉财农指〔2026〕2-号",
    "京公（朝〔2026〕1号",
    "京公（）字〔2026〕1号",
    "主席令第号",
    "令第5号",
    "公告24年第3号",
    "公告2024年3号",
    `${"吉".repeat(31)}〔2026〕1号`,
  ])("refuses the document number %s", (number) =>
    expect(() => parseDocumentNumber(number)).toThrow(
      expect.objectContaining({
        code: "BAD_USER_INPUT",
        details: { argument: "documentNumber", rule: "DOCUMENT_NUMBER" },
      }),
    ),
  );

  it("normalises document numbers once and for all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."吉政发文字号：第[（〔2020〕)]0357 \u200b-－令年()"), maxLength: 24 }),
        (text) => {
          const once = normaliseDocumentNumber(text);
          return normaliseDocumentNumber(once) === once;
        },
      ),
    );
  });

  it("checks index numbers", () => {
    expect(parseIndexNumber("01404053X/2021-00490")).toBe("01404053X/2021-00490");
    expect(() => parseIndexNumber("01404053Y/2021-00490")).toThrow();
    expect(parseIndexNumber(" 112224010136088915/2024-07611")).toBe("112224010136088915/2024-07611");
    // One character of the credit code is wrong, and then one of the organisation code inside it.
    expect(() => parseIndexNumber("112224010136088916/2024-07611")).toThrow();
    expect(() => parseIndexNumber("112224010136088925/2024-07611")).toThrow();
    expect(() => parseIndexNumber("1122240101360889/2024-07611")).toThrow();
  });
});
