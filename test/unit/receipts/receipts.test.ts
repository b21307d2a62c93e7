/** Receipts: what one says, that nothing of what it covers can be changed, and that a key that is retired still verifies what it signed. */
import { parseTextSigner } from "../../../platform/auth/index.js";
import { createSigningKey } from "../../../platform/auth/signing-key.js";
import { documentIdOf } from "../../../platform/documents/index.js";
import {
  answerHash,
  jsonHash,
  readReceiptKeys,
  receiptKeySet,
  signReceipt,
  variablesHash,
  verifyReceipt,
  type Receipt,
} from "../../../platform/receipts/index.js";
import { tamperingsOf, type Kept } from "../../support/receipts/tamperings.js";

const QUERY = "query Page($uscc: USCC!) { organization(uscc: $uscc) { name penalties(first: 2) { nodes { fine } } } }";
const VARIABLES = { uscc: "91990101MA9000011P", first: 2 };
const ANSWER = {
  errors: [{ message: "credit 暂不可用", path: ["organization", 0], extensions: { code: "UPSTREAM_UNAVAILABLE" } }],
  data: {
    organization: {
      name: "延边白山松餐饮有限公司（演示）𠀀",
      ratio: 0.25,
      closed: false,
      contact: null,
      penalties: { totalCount: 4, nodes: [{ fine: "5000.00" }, { fine: "12345.67" }] },
    },
  },
  extensions: { withheld: [{ path: ["organization", "contact"], reason: "INTERNAL_AFFAIRS" }] },
};
const NOW = Date.parse("2026-09-28T04:00:00Z");

const receiptOf = (more: Partial<Receipt> = {}): Receipt => ({
  iat: NOW / 1_000,
  asOf: "2026-09-28T04:00:00.000Z",
  requestId: "one",
  document: documentIdOf(QUERY),
  variables: variablesHash(VARIABLES),
  answer: answerHash(ANSWER),
  viewer: { kind: "person", roles: ["citizen"] },
  access: "enforce",
  language: "zh",
  contract: "open-data",
  graph: { hash: "0123456789abcdef", services: { credit: "0123456789abcdef" } },
  ...more,
});

const signer = parseTextSigner(createSigningKey("r1"));
const keys = readReceiptKeys(receiptKeySet(signer.publicKey, ""));

const keptWith = (receipt: string, more: object = {}): Kept => ({
  request: { query: QUERY, variables: VARIABLES },
  answer: { ...ANSWER, extensions: { ...ANSWER.extensions, receipt } },
  ...more,
});
const verified = (kept: unknown, among = keys): Promise<Receipt> => verifyReceipt(JSON.stringify(kept), among, NOW);

describe("a receipt", () => {
  it("holds for what was asked and answered, however it is written and wherever it was kept", async () => {
    const kept = keptWith(await signReceipt(receiptOf(), signer));
    expect(await verified(kept)).toEqual(receiptOf());
    const { data, errors, extensions } = kept.answer as unknown as typeof ANSWER;
    const sorted = { answer: { extensions, data, errors }, request: kept.request };
    expect(await verifyReceipt(JSON.stringify(sorted, null, 2), keys, NOW)).toEqual(receiptOf());
    const { query, variables } = kept.request;
    for (const request of [
      { documentId: documentIdOf(query), variables },
      { query, documentId: "portal/page", variables, operationName: "Page", extensions: {} },
    ])
      expect(await verified({ ...kept, request })).toEqual(receiptOf());
    await expect(verified({ ...kept, request: { documentId: "portal/page", variables } })).rejects.toThrow(/no text/);
  });

  it("holds where there are neither variables nor other extensions", async () => {
    const answer = { data: { __typename: "Query" } };
    const said = receiptOf({ variables: variablesHash(undefined), answer: answerHash(answer) });
    const receipt = await signReceipt(said, signer);
    for (const none of [{}, { variables: null }, { variables: {} }])
      expect(
        await verified({ request: { query: QUERY, ...none }, answer: { ...answer, extensions: { receipt } } }),
      ).toEqual(said);
  });

  it("[E11] is refused where anything of it, of the answer or of what was asked was tampered with, in more than 200 ways", async () => {
    const kept = keptWith(await signReceipt(receiptOf(), signer));
    const tamperings = await tamperingsOf(kept, await signReceipt(receiptOf({ answer: answerHash({}) }), signer));
    expect(tamperings.length).toBeGreaterThanOrEqual(200);
    expect(new Set(tamperings.map(([, text]) => text)).size).toBe(tamperings.length);
    const accepted: string[] = [];
    for (const [name, text] of tamperings)
      await verifyReceipt(text, keys, NOW).then(
        () => accepted.push(name),
        (error: unknown) => expect(error).toBeInstanceOf(Error),
      );
    expect(accepted).toEqual([]);
    expect(await verified(kept)).toEqual(receiptOf());
  });

  it("is not any other text that the same key signs", async () => {
    const signed = await signer.sign(JSON.stringify(receiptOf()), "govgraph-bundle+jws");
    await expect(verified(keptWith(signed))).rejects.toThrow(/something else/);
    const other = await signer.sign(JSON.stringify({ iat: 1 }), "govgraph-receipt+jws");
    await expect(verified(keptWith(other))).rejects.toThrow("What was signed is no receipt.");
  });
});

describe("keys of receipts", () => {
  const next = parseTextSigner(createSigningKey("r2"));
  const end = "2026-09-28T04:00:00Z";
  const rotated = receiptKeySet(next.publicKey, `${signer.publicKey}@${end}`);

  it("verify what they signed after they were retired, and nothing that is later", async () => {
    const both = readReceiptKeys(JSON.parse(JSON.stringify(rotated)));
    const at = async (iat: number): Promise<unknown> =>
      verified(keptWith(await signReceipt(receiptOf({ iat }), signer)), both).then(({ iat: told }) => told);
    expect(await at(NOW / 1_000 - 86_400)).toBe(NOW / 1_000 - 86_400);
    expect(await at(NOW / 1_000)).toBe(NOW / 1_000);
    await expect(at(NOW / 1_000 + 1)).rejects.toThrow("It was signed after the last second of its key.");
    expect(await verified(keptWith(await signReceipt(receiptOf(), next)), both)).toEqual(receiptOf());
    const alone = readReceiptKeys(receiptKeySet(next.publicKey, ""));
    await expect(verified(keptWith(await signReceipt(receiptOf(), signer)), alone)).rejects.toThrow(/not among those/);
  });

  it("sign nothing of tomorrow", async () => {
    const tomorrow = await signReceipt(receiptOf({ iat: NOW / 1_000 + 86_400 }), signer);
    await expect(verified(keptWith(tomorrow))).rejects.toThrow(/last second/);
  });

  it("are public halves alone, each with its id, and a retired one with its end", () => {
    expect(rotated.keys.map(({ kid, exp, alg, use }) => [kid, exp, alg, use])).toEqual([
      ["r2", undefined, "Ed25519", "sig"],
      ["r1", NOW / 1_000, "Ed25519", "sig"],
    ]);
    expect(JSON.stringify(rotated)).not.toContain('"d"');
  });

  it.each([
    ["r1", ""],
    ["r1:short", ""],
    [signer.publicKey, `${next.publicKey}`],
    [signer.publicKey, `${next.publicKey}@tomorrow`],
    [signer.publicKey, `r2@${end}`],
    [signer.publicKey, `${signer.publicKey}@${end}`],
    [`${signer.publicKey},${next.publicKey}`, ""],
  ])("are refused where they are malformed: %s, %s", (signing, retired) => {
    expect(() => receiptKeySet(signing, retired)).toThrow(Error);
  });

  it.each([[null], [{}], [{ keys: [{ kty: "RSA", kid: "r1" }] }]])("are read of a set alone: %j", (served) => {
    expect(() => readReceiptKeys(served)).toThrow("This is no set of keys of receipts.");
  });
});

describe("the canonical form", () => {
  // RFC 8785 section 3.2.2 and 3.2.3.
  it("sorts names by UTF-16 and writes numbers as ECMAScript does", () => {
    const same = [
      { "\u20ac": "Euro", "\r": "CR", "\ufb33": "Dalet", "1": "One", "\ud83d\ude00": "Smiley", "\u0080": "C", ö: "O" },
      { "1": "One", "\r": "CR", ö: "O", "\u0080": "C", "\u20ac": "Euro", "\ufb33": "Dalet", "\ud83d\ude00": "Smiley" },
    ];
    expect(jsonHash(same[0])).toBe(jsonHash(same[1]));
    expect(jsonHash(JSON.parse("[333333333.33333329,1E30,4.50,2e-3,1e-27,-0]"))).toBe(
      jsonHash([333333333.3333333, 1e30, 4.5, 0.002, 1e-27, 0]),
    );
    expect(jsonHash({})).toBe("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  it.each([["\ud800"], [NaN], [Infinity]])("there is none of %p", (value) => {
    expect(() => jsonHash({ value })).toThrow(Error);
  });
});
