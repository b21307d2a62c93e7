/** Publicity of licences through the gateway: published in time, revoked by a document, withdrawn by that record. */
import { licenceOfCase } from "../../subgraphs/credit/licence-handling/publish-completed.js";
import { insertCompleted } from "../../subgraphs/credit/licence-handling/completed-licence.repository.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { askLicence, copyOf, LICENCE } from "../support/verbs/credit.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const TYPES: Readonly<Record<string, string>> = {
  publishLicence: "LicenceStepInput",
  recordLicenceRevocation: "RecordLicenceRevocationInput",
  withdrawLicence: "WithdrawLicenceInput",
};

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  askLicence(stack, viewer, verb, TYPES[verb]!, input);

const done = ({ body }: Answer): Record<string, unknown> => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.licence;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const isPublic = async (id: string): Promise<boolean> => {
  const { body } = await stack.ask("query ($id: ID!) { administrativeLicence(id: $id) { id } }", { variables: { id } });
  return body.data.administrativeLicence !== null;
};

const licence = (set: object = {}): Promise<string> =>
  copyOf(stack, "licences", LICENCE, { version: 1, case_no: null, ...set });
const unpublished = { published_on: null, publication_day_known: true };
const revocation = { reasons: "欺骗取得许可", revocationNo: "演许撤〔2026〕1号" };

describe("a licence", () => {
  it.each([
    ["2026-09-24", false],
    ["2026-09-01", true],
  ])("decided on %s and published on 28 September is late: %s", async (decided, late) => {
    const id = await licence({ ...unpublished, decision_date: decided });
    expect(await isPublic(id)).toBe(false);
    expect(done(await act("publisher-1", "publishLicence", { id, expectedVersion: 1 }))).toMatchObject({
      ...{
        version: 2,
        publicityState: "PUBLISHED",
        publishedOn: "2026-09-28",
        publishedLate: late,
        allowedActions: [],
      },
      history: [{ event: "PUBLISH", from: "NOT_PUBLISHED", to: "PUBLISHED", part: "PUBLISHER" }],
    });
    expect(await isPublic(id)).toBe(true);
  });

  it("is not published of whom a law protects, nor twice", async () => {
    const publish = (id: string, expectedVersion = 1): Promise<Answer> =>
      act("publisher-1", "publishLicence", { id, expectedVersion });
    expect(refusal(await publish(await licence({ ...unpublished, counterparty_minor: true })))).toMatchObject({
      reason: "SEALED_RECORD",
    });
    expect(refusal(await publish(await licence({ ...unpublished, sealed_by: "LAW" })))).toMatchObject({
      code: "NOT_FOUND",
    });
    const once = await licence(unpublished);
    done(await publish(once));
    expect(refusal(await publish(once, 2))).toMatchObject({ code: "RULE_VIOLATION", reason: "STATE" });
    expect(refusal(await publish(once))).toMatchObject({ code: "CONFLICT", version: 2 });
  });

  it("is withdrawn only where its revocation is on record, and is public no more", async () => {
    const id = await licence();
    const withdraw = { id, expectedVersion: 1, reasons: "许可已撤销" };
    expect(refusal(await act("publisher-1", "withdrawLicence", withdraw))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "DECISION_NOT_REVOKED", state: "PUBLISHED" },
    });
    const record = { id, expectedVersion: 1, ...revocation };
    expect(refusal(await act("officer-1", "recordLicenceRevocation", { ...record, revocationNo: " " }))).toMatchObject({
      reason: "DOCUMENT_NEEDED",
    });
    expect(done(await act("officer-1", "recordLicenceRevocation", record))).toMatchObject({
      ...{ state: "INVALID", publicityState: "PUBLISHED", version: 2 },
    });
    expect(refusal(await act("officer-1", "recordLicenceRevocation", { ...record, expectedVersion: 2 }))).toMatchObject(
      { reason: "REVOKED_BEFORE" },
    );
    expect(await isPublic(id)).toBe(true);
    expect(
      refusal(await act("publisher-1", "withdrawLicence", { ...withdraw, expectedVersion: 2, reasons: " " })),
    ).toMatchObject({ rule: "STATED" });
    expect(done(await act("publisher-1", "withdrawLicence", { ...withdraw, expectedVersion: 2 }))).toMatchObject({
      ...{ publicityState: "WITHDRAWN", withdrawReason: "许可已撤销", allowedActions: [] },
    });
    expect(await isPublic(id)).toBe(false);
    const told = await stack.databases["credit"]!("changes").where({ kind: "LICENCE", key: id });
    expect(told.length).toBeGreaterThan(0);
  });

  it("of 20 publications at once happens once", async () => {
    const id = await licence(unpublished);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => act("publisher-1", "publishLicence", { id, expectedVersion: 1 })),
    );
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions["code"] ?? "done").sort();
    expect(codes).toEqual([...Array<string>(19).fill("CONFLICT"), "done"]);
  });
});

it("of a completed case is one, though ten messages tell of the case at once", async () => {
  const db = stack.databases["credit"]!;
  const caseNo = "22240120260928999999";
  const completed = {
    ...{ caseNo, matterId: "M-1", authorityId: "CN-USCC-11990101MB9000015E", authorityUscc: "11990101MB9000015E" },
    divisionCode: "222401",
    holder: { kind: "BODY", uscc: "91990101MA9000011P", name: "试验企业" },
    licence: {
      number: "演许〔2026〕1号",
      name: "许可证",
      content: "许可",
      decidedOn: "2026-09-28",
      issuedOn: "2026-09-28",
    },
  } as const;
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      db.transaction((trx) =>
        insertCompleted(trx, licenceOfCase(completed, { id: `XK-AT-ONCE-${index}`, today: "2026-09-28" })),
      ),
    ),
  );
  expect(await db("licences").where("case_no", caseNo).count()).toEqual([{ count: 1n }]);
});
