/** Keys of query codes and of verification codes: the newest makes them, listed ones verify, and no other secret has a part in them. */
import { createHmac } from "node:crypto";
import { createCodeKey, parseCodeKeys } from "../../platform/domain/index.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { startOneSubgraph, type OneSubgraph } from "../support/one-subgraph.js";
import type { Answer } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

const CASE = "22240120260302000001";
const BODY = "CN-USCC-91990101MA9000011P";
const [OLD, NEW] = [createCodeKey("k1"), createCodeKey("k2")];

let database: TestDatabase;
const running: OneSubgraph[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  for (const subgraph of running) await subgraph.stop();
  await database?.drop();
});

/** A service with these keys, on the one database. */
const start = async (name: string, codeKeys: string, cursorSecret = "test"): Promise<OneSubgraph> => {
  const subgraph = await startOneSubgraph(name, database, { codeKeys, cursorSecret });
  running.push(subgraph);
  return subgraph;
};

/** What gives a code out, and whether a service takes it. */
interface Subject {
  readonly service: string;
  give(subgraph: OneSubgraph): Promise<string>;
  takes(subgraph: OneSubgraph, code: string): Promise<boolean>;
}

const dataOf = ({ body }: Answer): NonNullable<Answer["body"]["data"]> => {
  expect(body.errors).toBeUndefined();
  return body.data;
};

const receipt: Subject = {
  service: "matters",
  give: async (subgraph) =>
    dataOf(await subgraph.ask(`{ serviceCase(caseNo: "${CASE}") { queryCode } }`, { viewer: VIEWERS["citizen-1"] }))
      .serviceCase.queryCode,
  takes: async (subgraph, code) => {
    const query = `query($code: String!) { caseProgress(caseNo: "${CASE}", queryCode: $code) { caseNo } }`;
    return dataOf(await subgraph.ask(query, { variables: { code } })).caseProgress?.caseNo === CASE;
  },
};

const reportOf = async (subgraph: OneSubgraph): Promise<{ number: string; hash: string; verificationCode: string }> =>
  dataOf(
    await subgraph.ask(
      "query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { creditReport { number hash verificationCode } } } }",
      { variables: { r: [{ __typename: "Organization", id: BODY, name: "甲" }] } },
    ),
  )._entities[0].creditReport;

const report: Subject = {
  service: "credit",
  give: async (subgraph) => (await reportOf(subgraph)).verificationCode,
  takes: async (subgraph, code) => {
    const { number, hash } = await reportOf(subgraph);
    const query = "query($n: ID!, $h: String!, $c: String!) { verifyCreditReport(number: $n, hash: $h, code: $c) }";
    return dataOf(await subgraph.ask(query, { variables: { n: number, h: hash, c: code } })).verifyCreditReport;
  },
};

describe.each([
  ["the query code on a receipt", receipt],
  ["the verification code of a credit report", report],
])("%s", (_name, { service, give, takes }) => {
  it("verifies while the key that made it is listed, and not after; the first key makes", async () => {
    const before = await start(service, OLD);
    const oldCode = await give(before);
    expect(await takes(before, oldCode)).toBe(true);

    const both = await start(service, `${NEW},${OLD}`);
    const newCode = await give(both);
    expect(newCode).not.toBe(oldCode);
    expect([await takes(both, oldCode), await takes(both, newCode)]).toEqual([true, true]);
    // A process that is not restarted yet does not know the new key, which is why it is listed behind the old one first.
    expect(await takes(before, newCode)).toBe(false);

    const after = await start(service, NEW);
    expect(await give(after)).toBe(newCode);
    expect([await takes(after, oldCode), await takes(after, newCode)]).toEqual([false, true]);
  });

  it("does not change with the secret of cursors", async () => {
    const [one, other] = [await start(service, OLD, "one secret"), await start(service, OLD, "another secret")];
    expect(await give(other)).toBe(await give(one));
    expect(await takes(other, await give(one))).toBe(true);
  });
});

describe("the secret of cursors", () => {
  it("voids cursors where it changes", async () => {
    const [one, other] = [await start("matters", OLD, "one secret"), await start("matters", OLD, "another secret")];
    const page = (subgraph: OneSubgraph, after?: string): Promise<Answer> =>
      subgraph.ask(
        `query($after: String) { serviceMatters(first: 1, after: $after) { edges { cursor } } }`,
        after === undefined ? {} : { variables: { after } },
      );
    const { cursor } = dataOf(await page(one)).serviceMatters.edges[0];
    expect(dataOf(await page(one, cursor)).serviceMatters.edges).toHaveLength(1);
    const [error] = (await page(other, cursor)).body.errors!;
    expect(error!.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "CURSOR" });
  });
});

describe("keys of codes", () => {
  it("are refused where one is short, malformed or given twice", () => {
    for (const text of [
      "",
      "k1",
      "k1:short",
      `k1 ${NEW}`,
      `${NEW},`,
      `${NEW},${OLD.replace("k1", "k2")}`,
      `${NEW},x${NEW}`,
    ])
      expect(() => parseCodeKeys(text)).toThrow(/^A key of codes is id:base64url of at least 32 bytes/);
  });

  it("go on verifying what was made with the secret of cursors, where that is listed as a key", () => {
    const secret = "0123456789abcdef0123456789abcdef0123456789abcdef";
    const codes = parseCodeKeys(`${NEW},k0:${Buffer.from(secret).toString("base64url")}`)("case-query-code", 10);
    // As it was made before keys of codes were there.
    const key = createHmac("sha256", secret).update("key:case-query-code").digest();
    const bytes = [...createHmac("sha256", key).update(CASE).digest().subarray(0, 10)];
    const code = bytes.map((byte) => "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[byte % 32]).join("");
    expect([codes.isRight(CASE, code), codes.make(CASE) === code]).toEqual([true, false]);
  });

  it("are others for each purpose", () => {
    const keys = parseCodeKeys(OLD);
    expect(keys("one", 10).isRight("text", keys("other", 10).make("text"))).toBe(false);
  });
});
