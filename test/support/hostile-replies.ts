/** Replies that no service gives by mistake: what a partner that was taken over could answer (threat E08). Texts that nobody may see contain SECRET. */
import { gzipSync } from "node:zlib";
import type { Fault } from "./fixture-subgraphs.js";

/** A reply, and what becomes of the place that it should have filled. */
export interface HostileReply {
  /** `ratings` is asked for the stars of three shops, `shops` for the shops themselves. */
  readonly by: "ratings" | "shops";
  readonly fault: Fault;
  /** Code of the error at each place that is lost; undefined where what was asked for is there and is served. */
  readonly code?: "UPSTREAM_UNAVAILABLE" | "UPSTREAM_INVALID";
  /** Cause in the gateway's log, where the call itself failed. */
  readonly cause?: string;
}

const MIB = 1024 * 1024;

const json = (body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Fault =>
  text(JSON.stringify(body), headers, status);

const text =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status = 200): Fault =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);

/** Entities of the three shops, under the key by which they were asked for. */
const entities = (...made: readonly unknown[]): { readonly data: { readonly _entities: readonly unknown[] } } => ({
  data: { _entities: made },
});
const STARS = { stars: 4 };
const GOOD = entities(STARS, STARS, STARS);

/** Shops under the key by which they were asked for. */
const shops =
  (...made: readonly unknown[]): Fault =>
  (response, request) => {
    const [, key = "shops"] = /(\w+): ?shops\b/.exec(request.body) ?? [];
    json({ data: { [key]: made } })(response, request);
  };
const shop = (id: unknown, typename = "Shop"): object => ({ __typename: typename, id, name: "Shop 1" });

const nested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** A body in chunks of one byte. */
const byteByByte =
  (bytes: number): Fault =>
  (response) =>
    void response.socket?.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n${"1\r\n \r\n".repeat(bytes)}4\r\nnull\r\n0\r\n\r\n`,
    );

/** By what it is. */
export const HOSTILE_REPLIES: Readonly<Record<string, HostileReply>> = {
  null: { by: "ratings", fault: text("null"), code: "UPSTREAM_UNAVAILABLE", cause: "not-graphql" },
  "a list": { by: "ratings", fault: json([GOOD]), code: "UPSTREAM_UNAVAILABLE", cause: "not-graphql" },
  "another type": { by: "shops", fault: shops(shop("1", "SECRET")), code: "UPSTREAM_INVALID" },
  "more entities than were asked for": {
    ...{ by: "ratings", code: "UPSTREAM_INVALID" },
    fault: json(entities(STARS, STARS, STARS, STARS)),
  },
  "fewer entities": { by: "ratings", fault: json(entities(STARS)), code: "UPSTREAM_INVALID" },
  "lists within lists, sixty-four deep": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "too-complex" },
    fault: text(`{"data":{"_entities":[{"stars":${nested(64)}},null,null]}}`),
  },
  "lists within lists, a million deep": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "too-complex" },
    fault: text(`{"data":{"_entities":${nested(1_000_000)}}}`),
  },
  "9 MiB": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "too-large" },
    fault: text(`{"data":{"_entities":[{"stars":"${"S".repeat(9 * MIB)}"}]}}`),
  },
  "a packed body of more than may be read": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "encoded" },
    fault: text(gzipSync(" ".repeat(16 * MIB)), { "content-encoding": "gzip" }),
  },
  "a hundred encodings": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "encoded" },
    fault: json(GOOD, { "content-encoding": Array.from({ length: 100 }, () => "gzip").join(", ") }),
  },
  "a cookie": {
    by: "ratings",
    fault: json(GOOD, { "set-cookie": "session=SECRET; Path=/", "x-powered-by": "SECRET" }),
  },
  extensions: {
    by: "ratings",
    fault: json({
      ...GOOD,
      extensions: { SECRET: 1, disclosure: { withheld: [{ path: ["SECRET"], rule: "SECRET", count: 1 }], masked: [] } },
    }),
  },
  "an error about another's field": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE" },
    fault: json({
      data: null,
      errors: [{ message: "SECRET", path: ["shops", 0, "name"], extensions: { service: "SECRET" } }],
    }),
  },
  "values of another kind": {
    by: "ratings",
    fault: json(entities({ stars: "SECRET" }, { stars: 2 ** 40 }, { stars: [4] })),
    code: "UPSTREAM_INVALID",
  },
  "a body that ends before it is whole": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "connection" },
    fault: (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write(`{"data":{"_entities":[`, () => response.socket?.destroy());
    },
  },
  "data beside status 500": { by: "ratings", fault: json(GOOD, {}, 500) },
  "a million chunks of one byte": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "not-graphql" },
    fault: byteByByte(1_000_000),
  },
  "two million empty objects": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE", cause: "too-complex" },
    fault: text(`{"data":{"_entities":[${"{},".repeat(2_000_000)}{}]}}`),
  },
  "a hundred thousand errors": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE" },
    fault: json({ data: null, errors: Array.from({ length: 100_000 }, () => ({ message: "SECRET", path: null })) }),
  },
  "a path of a hundred thousand steps": {
    ...{ by: "ratings", code: "UPSTREAM_UNAVAILABLE" },
    fault: json({
      data: null,
      errors: [{ message: "SECRET", path: ["_entities", ...Array<number>(100_000).fill(0)] }],
    }),
  },
  "a key that is no key": { by: "shops", fault: shops(shop({ a: ["SECRET"] })), code: "UPSTREAM_INVALID" },
  "a key that no database keeps": { by: "shops", fault: shops(shop("SECRET\u0000")), code: "UPSTREAM_INVALID" },
  "a key of a mebibyte": { by: "shops", fault: shops(shop("S".repeat(MIB))), code: "UPSTREAM_INVALID" },
};
