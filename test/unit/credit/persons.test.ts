/** Persons in imported credit records: their names are nobody else's to read, and who may be a minor is sealed until their age is known. */
import { subjectOfRecord, type RecordItem } from "../../../subgraphs/credit/counterparty/counterparty.import.js";
import { recordColumns } from "../../../subgraphs/credit/counterparty/counterparty.resolution.js";
import { CounterpartyType } from "../../../subgraphs/credit/counterparty/counterparty.enums.js";

const TODAY = "2026-09-28";

const ITEM: RecordItem = {
  name: "测试甲",
  type: CounterpartyType.NATURAL_PERSON_01,
  docNo: "测罚〔2026〕1号",
  decisionDate: "2026-09-01",
  publishedOn: "2026-09-05",
  authorityUscc: "11990101MB9000015E",
  authorityId: "CN-USCC-11990101MB9000015E",
  division: "222401",
};

describe("a person of unknown age", () => {
  it("is kept as a minor is, and has no day of publicity whatever the file says", () => {
    const { counterpartyMinor, publicFrom } = recordColumns({ ...ITEM, ageUnknown: true }, TODAY);
    expect([counterpartyMinor, publicFrom]).toEqual([true, undefined]);
  });

  it("is published once the age is known", () => {
    const { counterpartyMinor, publicFrom } = recordColumns(ITEM, TODAY);
    expect([counterpartyMinor, publicFrom]).toEqual([false, "2026-09-05"]);
  });
});

describe("the names of a row", () => {
  it.each([
    ["01", { natural: true, names: ["测试甲"] }],
    ["自然人", { natural: true, names: ["测试甲"] }],
    // What is not understood is taken for a person.
    ["99", { natural: true, names: ["测试甲"] }],
    ["02", { natural: false, names: [], publicNames: ["测试乙"] }],
    ["03", { natural: false, names: ["测试乙"] }],
  ])("of type %s are %o", (type, expected) => {
    expect(subjectOfRecord({ type, name: ["测试甲"], legalRep: ["测试乙"] } as never)).toEqual(expected);
  });
});
