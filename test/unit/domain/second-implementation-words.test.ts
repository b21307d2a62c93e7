/** A second implementation of codes, numbers and masks, written apart from the product's: tables and plain loops; both must agree. */
import {
  classifyTaskCode,
  isDocumentNumber,
  isValidTaskCode,
  maskAccount,
  maskName,
  maskPhone,
  normaliseDocumentNumber,
  parseIndexNumber,
} from "../../../platform/domain/index.js";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** The alphabet of credit codes leaves out letters that look like digits or each other. */
const USCC_LETTERS = [...LETTERS].filter((letter) => !"IOSVZ".includes(letter));
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const weighted = (text: string, letters: readonly string[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * letters.indexOf(text[place]!), 0);

const orgHolds = (code: string): boolean => {
  if (code.length !== 9 || [...code].some((letter) => !LETTERS.includes(letter))) return false;
  const rest = 11 - (weighted(code, [...LETTERS], ORG_WEIGHTS) % 11);
  return code[8] === (rest === 11 ? "0" : rest === 10 ? "X" : String(rest));
};

const usccHolds = (code: string): boolean => {
  if (code.length !== 18 || [...code].some((letter) => !USCC_LETTERS.includes(letter))) return false;
  const rest = (31 - (weighted(code, USCC_LETTERS, USCC_WEIGHTS) % 31)) % 31;
  return code[17] === USCC_LETTERS[rest] && orgHolds(code.slice(8, 17));
};

/** Credit code, level, catalogue code: nothing else is looked at. */
const taskHolds = (code: string): boolean =>
  code.length === 31 &&
  usccHolds(code.slice(0, 18)) &&
  "123456".includes(code[18]!) &&
  [...code.slice(19)].every((letter) => LETTERS.includes(letter));

describe("codes of matters", () => {
  const GOOD = "12441500196720244T3442199806003";

  it.each([
    [GOOD, true],
    ["11440300007542785T4440709003000", false],
    ["11990101MB9000015E3220131001000", true],
    ["11990101MB9000015E0220131001000", false],
    ["11990101MB9000015E7220131001000", false],
    [GOOD.slice(0, 30), false],
    [`${GOOD}0`, false],
  ])("%s: %s", (code, holds) => expect([taskHolds(code), isValidTaskCode(code)]).toEqual([holds, holds]));

  it("every single changed character is judged alike", () => {
    let wrong = 0;
    for (let place = 0; place < 31; place += 1)
      for (const letter of LETTERS) {
        const code = GOOD.slice(0, place) + letter + GOOD.slice(place + 1);
        expect([code, isValidTaskCode(code)]).toEqual([code, taskHolds(code)]);
        if (!taskHolds(code)) wrong += 1;
      }
    // In eighteen places each other letter, and in the level all that is no level.
    expect(wrong).toBe(18 * 35 + 30);
  });

  it("two digits more are a handling item of it, and a local form is no national code", () => {
    const { scheme, taskCode, catalogCode } = classifyTaskCode(`${GOOD}07`);
    expect([scheme, taskCode, catalogCode]).toEqual(["HANDLE_ITEM", GOOD, GOOD.slice(19)]);
    expect(classifyTaskCode("511A07004003-511602000000-000-11511301008778183N-1-00").scheme).toBe("LOCAL");
  });
});

describe("numbers of documents", () => {
  const WIDTHS = ["", " ", "\u200b", "\u3000", "\ufeff"];
  const OPEN = [..."[(（［【〔"];
  const CLOSE = [..."])）］】〕"];
  const LABELS = ["", "发文字号：", "文号:", "文号"];

  it.each([
    ["渝府发〔2022〕32 号", "渝府发〔2022〕32号"],
    ["发文字号：晋政办发(2017〕109号", "晋政办发〔2017〕109号"],
    ["\u200b渝府办发〔2019〕103号", "渝府办发〔2019〕103号"],
  ])("%s is %s", (written, expected) => {
    expect(normaliseDocumentNumber(written)).toBe(expected);
    expect(isDocumentNumber(expected)).toBe(true);
  });

  it("written in every width, bracket and label become the one that they are put together from", () => {
    let written = 0;
    for (const [head, year, sequence] of [
      ["渝府发", "2022", "32"],
      ["国办发", "2016", "80"],
      ["吉财农指", "2026", "35"],
    ] as const)
      for (const label of LABELS)
        for (const open of OPEN)
          for (const close of CLOSE)
            for (const width of WIDTHS)
              for (const number of [sequence, `0${sequence}`, `第${sequence}`, `第00${sequence}`]) {
                const text = [label, head, `${open}${year}${close}`, number, "号"].join(width);
                expect([text, normaliseDocumentNumber(text)]).toEqual([text, `${head}〔${year}〕${sequence}号`]);
                written += 1;
              }
    expect(written).toBe(3 * 4 * 6 * 6 * 5 * 4);
  });

  it.each([
    ["01404053X/2021-00490", true],
    ["000014349/2018-07866", true],
    ["112224010136088915/2024-07611", true],
    ["01404053Y/2021-00490", false],
    ["112224010136088916/2024-07611", false],
  ])("index number %s: %s", (number, holds) => {
    const [organization = ""] = number.split("/");
    expect(organization.length === 9 ? orgHolds(organization) : usccHolds(organization)).toBe(holds);
    if (holds) expect(parseIndexNumber(number)).toBe(number);
    else expect(() => parseIndexNumber(number)).toThrow("An index number is");
  });
});

describe("masks", () => {
  /** Characters of which the first and the last so many are told. */
  const told = (text: string, first: number, last: number): string =>
    [...text].map((letter, place, all) => (place < first || place >= all.length - last ? letter : "*")).join("");

  it.each([
    ["张小明", 1],
    ["张明", 1],
    ["欧阳小明", 2],
    ["司马光", 2],
    ["欧阳", 1],
    ["阿卜杜热合曼", 1],
  ])("of the name %s the first %i are told, and never all", (name, first) => {
    expect(maskName(name)).toBe(told(name, first, 0));
    expect(maskName(name)).not.toBe(name);
  });

  it("of a phone three and two, of an account four digits are told, of short ones none", () => {
    for (let length = 1; length <= 24; length += 1) {
      const digits = "138123456789012345678901".slice(0, length);
      expect([length, maskPhone(digits)]).toEqual([length, length < 7 ? "*".repeat(length) : told(digits, 3, 2)]);
      expect([length, maskAccount(digits)]).toEqual([length, length < 8 ? "*".repeat(length) : told(digits, 0, 4)]);
    }
  });
});
