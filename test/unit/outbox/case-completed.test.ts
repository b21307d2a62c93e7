/** What a completed case tells of its licence, and how credit publishes it: no number of a person, no minor. */
import "reflect-metadata";
import { caseCompleted } from "../../../platform/outbox/index.js";
import { licenceOfCase } from "../../../subgraphs/credit/licence-handling/publish-completed.js";
import { completedPayload } from "../../../subgraphs/matters/case-course/case-completed.js";
import type { IssuedLicence } from "../../../subgraphs/matters/case-course/case-licence.repository.js";
import { ServiceRecipient } from "../../../subgraphs/matters/matter/matter.enums.js";

const issued = (more: Partial<IssuedLicence["licence"]>, applicantType: ServiceRecipient): IssuedLicence => ({
  applicantType,
  taskName: "食品经营许可",
  decidedOn: "2026-09-25",
  licence: {
    certificateNumber: "222401ZZ2026000001",
    caseNo: "22240120260901000001",
    matterId: "M1",
    name: "食品经营许可证",
    licenceType: "LICENCE_1",
    subject: "91990101MA9000011P",
    holderName: "演示公司",
    holderOrgId: undefined,
    deptId: "CN-USCC-11990101MB9000015E",
    deptUscc: "11990101MB9000015E",
    divisionCode: "222401000000",
    issuedOn: "2026-09-28",
    validTo: "2031-09-27",
    revokedOn: undefined,
    ...more,
  },
});

const published = (of: IssuedLicence, isAdult: boolean) =>
  licenceOfCase(caseCompleted.parse(JSON.parse(JSON.stringify(completedPayload(of, isAdult)))), {
    id: "XK-1",
    today: "2026-09-28",
  });

it("a body's licence is public from the day on which its case was completed", () => {
  expect(published(issued({}, ServiceRecipient.ENTERPRISE), false)).toMatchObject({
    id: "XK-1",
    counterpartyUscc: "91990101MA9000011P",
    counterpartyId: "CN-USCC-91990101MA9000011P",
    counterpartyHash: undefined,
    counterpartyMinor: false,
    partyName: "演示公司",
    authorityUscc: "11990101MB9000015E",
    decisionDate: "2026-09-25",
    publicFrom: "2026-09-28",
    validFrom: "2026-09-28",
    validTo: "2031-09-27",
    content: "食品经营许可",
    certName: "食品经营许可证",
    licenceNo: "222401ZZ2026000001",
    caseNo: "22240120260901000001",
    matterId: "M1",
  });
});

it.each([
  [true, { counterpartyMinor: false, publicFrom: "2026-09-28" }],
  [false, { counterpartyMinor: true, publicFrom: undefined }],
])("a person's licence is public only where the agency saw that they are of age: %s", (isAdult, expected) => {
  const person = issued({ subject: "a1".repeat(32), holderName: "演示甲" }, ServiceRecipient.NATURAL_PERSON);
  expect(published(person, isAdult)).toMatchObject({
    counterpartyHash: "a1".repeat(32),
    counterpartyId: undefined,
    counterpartyUscc: undefined,
    ...expected,
  });
});

it("names and numbers of persons stand in nothing that is published with it", () => {
  const named = { name: "演示甲13800138000经营许可证", holderName: "演示甲", subject: "a1".repeat(32) };
  const { certName } = published(issued(named, ServiceRecipient.NATURAL_PERSON), true);
  expect(certName).not.toMatch(/演示甲|13800138000/);
  expect(certName).toMatch(/经营许可证$/);
});

it("what the applicant wrote of the case, and how to reach them, is not told", () => {
  const { holder, licence, ...rest } = completedPayload(issued({}, ServiceRecipient.ENTERPRISE), false);
  expect(Object.keys(rest).sort()).toEqual(["authorityId", "authorityUscc", "caseNo", "divisionCode", "matterId"]);
  expect(Object.keys(holder).sort()).toEqual(["kind", "name", "uscc"]);
  expect(Object.keys(licence).sort()).toEqual(["content", "decidedOn", "issuedOn", "name", "number", "validTo"]);
});

it.each([{ holder: { kind: "PERSON", hash: "x", name: "演示甲" } }, { licence: undefined }, { caseNo: "" }])(
  "what is no such payload is not read: %j",
  (wrong) => {
    const right = completedPayload(issued({}, ServiceRecipient.ENTERPRISE), false);
    expect(caseCompleted.safeParse({ ...right, ...wrong }).success).toBe(false);
  },
);
