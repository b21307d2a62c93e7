/** What somebody could do to a receipt that they kept, so that it says what was never answered: each way as the text of a file. */
import { createHmac, createPublicKey, verify } from "node:crypto";
import { parseTextSigner } from "../../../platform/auth/index.js";
import { createSigningKey } from "../../../platform/auth/signing-key.js";

/** A request and its answer, as they are kept. */
export interface Kept {
  readonly request: { readonly query: string; readonly variables?: object };
  readonly answer: { readonly data?: unknown; readonly extensions: { readonly receipt: string } };
}

/** Its name, and the file. */
export type Tampering = readonly [name: string, text: string];

type Path = readonly (string | number)[];

/** Every place below a value, itself first. */
const placesOf = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, each]) =>
        placesOf(each, [...path, Array.isArray(value) ? Number(name) : name]),
      )
    : []),
];

const at = (value: unknown, path: Path): unknown =>
  path.reduce((found, step) => (found as Record<string | number, unknown>)[step], value);

/** A copy in which a place is changed by `change`, which is given what holds it and its name there. */
const changed = <Value>(
  value: Value,
  path: Path,
  change: (holder: Record<string | number, unknown>, name: string | number) => void,
): Value => {
  const copy = structuredClone(value);
  change(at(copy, path.slice(0, -1)) as Record<string | number, unknown>, path.at(-1)!);
  return copy;
};

const otherThan = (value: unknown): unknown => {
  if (typeof value === "string") return value === "" ? "1" : `${value.slice(0, -1)}${value.endsWith("0") ? "1" : "0"}`;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return value === null ? "shown" : null;
};

/** Values changed, left out, doubled and moved, in the answer and in what was asked. */
const ofContents = (kept: Kept): Tampering[] => {
  const others = Object.fromEntries(Object.entries(kept.answer.extensions).filter(([name]) => name !== "receipt"));
  const places = placesOf({ request: kept.request, answer: { ...kept.answer, extensions: others } }).filter(
    (path) => path.length > 1 && !(path.length === 2 && path[1] === "extensions"),
  );
  return places.flatMap((path): Tampering[] => {
    const name = path.join(".");
    const value = at(kept, path);
    const holder = at(kept, path.slice(0, -1));
    const text = (change: Parameters<typeof changed>[2]): string => JSON.stringify(changed(kept, path, change));
    return [
      [`${name} is another`, text((holds, step) => (holds[step] = otherThan(value)))],
      ...(Array.isArray(holder)
        ? ([
            [`${name} is left out`, text((holds, step) => (holds as unknown as unknown[]).splice(Number(step), 1))],
            [`${name} stands twice`, text((holds) => (holds as unknown as unknown[]).push(value))],
          ] as Tampering[])
        : ([
            [`${name} is left out`, text((holds, step) => delete holds[step])],
            [`${name} has a neighbour`, text((holds, step) => (holds[`${step}Too`] = value))],
          ] as Tampering[])),
    ];
  });
};

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;

/** Bits of the signature, and the order of its parts. */
const ofBits = (receipt: string): [string, unknown][] => {
  const [header = "", payload = "", signature = ""] = receipt.split(".");
  const bytes = Buffer.from(signature, "base64url");
  const flipped = Array.from(bytes, (_byte, index): [string, unknown] => {
    const copy = Buffer.from(bytes);
    copy[index]! ^= 1 << (index % 8);
    return [`bit ${index} of the signature is another`, `${header}.${payload}.${copy.toString("base64url")}`];
  });
  return [
    ...flipped,
    ["there is no signature", `${header}.${payload}.`],
    ["the signature is shorter", receipt.slice(0, -2)],
    ["the signature has a letter more", `${receipt}A`],
    [
      "the signature is written otherwise",
      `${receipt.slice(0, -1)}${String.fromCharCode(receipt.charCodeAt(receipt.length - 1) + 1)}`,
    ],
    ["it is padded", `${receipt}==`],
    ["a part is missing", `${header}.${signature}`],
    ["a part stands twice", `${receipt}.${signature}`],
    ["its payload is detached", `${header}..${signature}`],
    ["it is a JSON serialization", { payload, protected: header, signature }],
    ["it is null", null],
    ["it is empty", ""],
  ];
};

/** Headers and claims that another signs, or that nobody does. */
const ofClaims = async (receipt: string): Promise<[string, unknown][]> => {
  const [header = "", payload = "", signature = ""] = receipt.split(".");
  const [said, claims] = [decoded(header), decoded(payload)];
  const other = parseTextSigner(createSigningKey(String(said["kid"])));
  const withHeader = (more: object): string => `${encoded({ ...said, ...more })}.${payload}.${signature}`;
  const hmacHead = `${encoded({ ...said, alg: "HS256" })}.${payload}`;
  const hmac = createHmac("sha256", Buffer.from(String(said["kid"])))
    .update(hmacHead)
    .digest("base64url");
  return [
    ...Object.entries(claims).map(([name, value]): [string, unknown] => [
      `${name} of the receipt is another`,
      `${header}.${encoded({ ...claims, [name]: otherThan(value) })}.${signature}`,
    ]),
    ...[{ alg: "none" }, { alg: "HS256" }, { alg: "EdDSA" }, { kid: "nobody" }, { kid: null }, { typ: "JWT" }].map(
      (more): [string, unknown] => [`its header has ${JSON.stringify(more)}`, withHeader(more)],
    ),
    ["it is signed with a secret that is public", `${hmacHead}.${hmac}`],
    ["it is not signed and says so", `${encoded({ alg: "none" })}.${payload}.`],
    ["another signs it under the same id", await other.sign(JSON.stringify(claims), String(said["typ"]))],
    ["another signs it and brings the key", await signedWithOwnKey(claims, said)],
  ];
};

const signedWithOwnKey = async (claims: object, said: Record<string, unknown>): Promise<string> => {
  const signer = parseTextSigner(createSigningKey("mine"));
  const [, x = ""] = signer.publicKey.split(":");
  const signed = await signer.sign(JSON.stringify(claims), String(said["typ"]));
  const [header = "", payload = "", signature = ""] = signed.split(".");
  const jwk = { kty: "OKP", crv: "Ed25519", x };
  const key = createPublicKey({ key: jwk, format: "jwk" });
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url")))
    throw new Error("What should be signed is not.");
  return `${encoded({ ...decoded(header), jwk })}.${payload}.${signature}`;
};

/** Texts that two readers read in two ways. */
const ofText = (kept: Kept): Tampering[] => {
  const text = JSON.stringify(kept);
  const [data, query] = [JSON.stringify(kept.answer.data), JSON.stringify(kept.request.query)];
  return [
    ["data stands twice", text.replace('"data":', `"data":null,"data":`)],
    ["data stands twice, once in disguise", text.replace('"data":', `"d\\u0061ta":null,"data":`)],
    ["the answer stands twice", text.replace('"answer":', `"answer":{"data":1},"answer":`)],
    ["the query stands twice", text.replace('"query":', `"query":"{__typename}","query":`)],
    ["there is something beside", JSON.stringify({ ...kept, note: "true" })],
    // Copies by assignment and by schema lose a member of this name.
    ["a variable is hidden", text.replace('"variables":{', '"variables":{"__proto__":{"uscc":"other"},')],
    ["a part of the answer is hidden", text.replace('"answer":{', '"answer":{"__proto__":{"errors":[]},')],
    ["an extension is hidden", text.replace('"receipt":', '"__proto__":{"withheld":[]},"receipt":')],
    ["a field is hidden", text.replace('"data":{', '"data":{"__proto__":{"name":"other"},')],
    [
      "the request names another document beside",
      text.replace('"query":', `"documentId":"sha256:${"0".repeat(64)}","query":`),
    ],
    ...["false", "0", '""', "[]"].map((value): Tampering => [
      `the variables are ${value}`,
      JSON.stringify({ ...kept, request: { ...kept.request, variables: JSON.parse(value) as unknown } }),
    ]),
    ["there is no request", JSON.stringify({ answer: kept.answer })],
    ["it is cut off", text.slice(0, -1)],
    ["there is half of a pair in a name", text.replace('"data":', `"\\ud800":1,"data":`)],
    ["a number is beyond all", text.replace(`"data":${data}`, `"data":1e999`)],
    ["the document has a blank more", text.replace(query, JSON.stringify(`${kept.request.query} `))],
  ];
};

/** All of them; hundreds, for an answer of some fields. */
export const tamperingsOf = async (kept: Kept, otherReceipt: string): Promise<Tampering[]> => {
  const { receipt } = kept.answer.extensions;
  const receipts: [string, unknown][] = [
    ...ofBits(receipt),
    ...(await ofClaims(receipt)),
    ["it is the receipt of another answer", otherReceipt],
  ];
  const withReceipt = (value: unknown): string =>
    JSON.stringify(changed(kept, ["answer", "extensions", "receipt"], (holds, name) => (holds[name] = value)));
  return [
    ...ofContents(kept),
    ...receipts.map(([name, value]): Tampering => [name, withReceipt(value)]),
    ...ofText(kept),
  ];
};
