/** Builds a request to the backend from its description and values; a value never gets out of the place that is its own. */
import { isWellFormed } from "../../domain/index.js";
import { ServiceError } from "../../errors/index.js";
import type { MappedCall } from "../mapping/call.js";
import { fillJson, fillText, referencesIn, type Values } from "../mapping/template.js";

/** A request as it is sent, without the secret. */
export interface BackendRequest {
  readonly method: "GET" | "POST";
  /** Path of the base and of the call, with its query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The call as its mapping writes it, without values: for the log. */
  readonly name: string;
  readonly absent: readonly number[];
}

/** More parameters of the query, such as those of a page. */
export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Longest target, in characters: what servers take (RFC 9110 section 4.1 asks for 8000). */
const MOST_TARGET = 8_000;

const refused = (what: string): ServiceError =>
  new ServiceError("BAD_USER_INPUT", `A value can not be sent to the agency's service: ${what}.`);

const textOf = (value: unknown): string => {
  if (value === undefined || typeof value === "object") throw refused("it is no single value");
  const text = String(value);
  if (!isWellFormed(text)) throw refused("it is no text");
  return text;
};

/** A value as one part of one segment. What servers and proxies may decode into another path is refused. */
const partOfSegment = (value: unknown): string => {
  const text = textOf(value);
  // eslint-disable-next-line no-control-regex
  if (/[/\\\u0000-\u001f\u007f]/.test(text)) throw refused("it has a slash or a control character");
  return encodeURIComponent(text);
};

const segmentOf = (template: string, values: Values): string => {
  const references = referencesIn(template);
  const filled = references.reduce(
    (segment, name) => segment.replace(`{${name}}`, () => partOfSegment(values(name))),
    template,
  );
  // `%2e` is a dot to the parsers of URLs (URL Standard, double-dot URL path segment).
  if (references.length > 0 && /^(?:\.|%2e){0,2}$/i.test(filled)) throw refused("it is empty, or a step in a path");
  return filled;
};

const pathOf = (template: string, values: Values): string =>
  template
    .split("/")
    .map((segment) => segmentOf(segment, values))
    .join("/");

const joined = (values: readonly unknown[], separator: string): string =>
  values
    .map((value) => {
      const text = textOf(value);
      if (text.includes(separator)) throw refused("it holds what separates values");
      return text;
    })
    .join(separator);

const queryOf = ({ query, join }: MappedCall, values: Values, more: Parameters): string => {
  const parameters = new URLSearchParams();
  const filled = Object.entries(query).map(([name, template]) => [name, fillJson(template, values)] as const);
  for (const [name, value] of [...filled, ...Object.entries(more)]) {
    if (value === undefined) continue;
    if (!Array.isArray(value)) parameters.append(name, textOf(value));
    else if (join !== undefined) parameters.append(name, joined(value, join));
    else for (const item of value) parameters.append(name, textOf(item));
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
};

const headersOf = ({ headers }: MappedCall, values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, template]) => {
      const value = fillText(template, values);
      if (value === undefined) return [];
      const text = textOf(value);
      if (!/^[\x20-\x7e]*$/.test(text)) throw refused("it is no value of a header");
      return [[name.toLowerCase(), text]];
    }),
  );

/** Name of a call in the log. */
export const nameOf = ({ get, post }: MappedCall): string => (get === undefined ? `POST ${post}` : `GET ${get}`);

/**
 * The request to a backend at that base path. Throws BAD_USER_INPUT where a value can not stand where the mapping puts it: in a
 * path one that is missing, empty, a step (`..`) or has a slash; in a header one that is no ASCII; in a joined list one that holds what joins.
 */
export const requestOf = (
  basePath: string,
  call: MappedCall,
  values: Values,
  more: Parameters = {},
): BackendRequest => {
  const path = pathOf(call.get ?? call.post ?? "", values);
  const target = `${basePath.replace(/\/$/, "")}${path}${queryOf(call, values, more)}`;
  if (target.length > MOST_TARGET) throw refused("it is too long");
  const body = call.body === undefined ? undefined : JSON.stringify(fillJson(call.body, values));
  return {
    method: call.get === undefined ? "POST" : "GET",
    target,
    headers: { ...headersOf(call, values), ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body,
    name: nameOf(call),
    absent: call.absent,
  };
};
