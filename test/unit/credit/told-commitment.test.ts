/** What credit keeps of a commitment in a case: no word that the applicant wrote. */
import { caseCommitment } from "../../../platform/outbox/index.js";
import { commitmentTold } from "../../../subgraphs/credit/commitment-handling/told-commitment.js";

const told = {
  ...{ caseNo: "2224012609280001", matterId: "M1", authorityId: "CN-USCC-11990101MB9000015E" },
  ...{ authorityUscc: "11990101MB9000015E", divisionCode: "222401", text: "材料：属实", madeOn: "2026-09-28" },
};

it.each([
  [
    { kind: "BODY", uscc: "91990101MA9009921W", name: "张三 13800138000" },
    {
      counterpartyId: "CN-USCC-91990101MA9009921W",
      counterpartyUscc: "91990101MA9009921W",
      counterpartyName: undefined,
    },
  ],
  [
    { kind: "PERSON", hash: "demo-subject-1", name: "张三" },
    { counterpartyId: undefined, counterpartyHash: "demo-subject-1", counterpartyName: undefined },
  ],
])("of %j", (party, expected) => {
  const record = commitmentTold(caseCommitment.parse({ ...told, party }), "c1");
  expect(record).toMatchObject(expected);
  expect(JSON.stringify(record)).not.toContain("张三");
});
