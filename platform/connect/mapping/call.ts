/** How a mapping file describes one request to the backend. */
import { z } from "zod";

/** A GraphQL name of a field or an argument. */
export const ARGUMENT_NAME = /^[a-z][A-Za-z0-9]{0,99}$/;

/** A place in JSON (RFC 6901); empty for the whole. */
export const pointer = z
  .string()
  .regex(/^(?:\/(?:[^~/]|~[01])*)*$/, "is no JSON pointer (RFC 6901): write /name or /data/items");

/** Static letters of a path are unreserved ones, what is filled in stands in braces; no segment climbs. */
const path = z
  .string()
  .regex(
    /^(?:\/(?!\.{1,2}(?:\/|$))(?:[\w.~!$&'()*+,;=:@-]|\{[\w.]+\})+)+\/?$/,
    "is no path: /permits/{id}, without query, without percent signs, no segment . or ..",
  );

/** Headers that say where a request goes, how it is sent or who sends it: they are not the mapping's. */
const OWN_HEADERS =
  /^(?:host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|authorization|cookie|accept-encoding|forwarded|x-forwarded-.*)$/i;

/** Name of a header that a mapping may set. */
export const headerName = z
  .string()
  .regex(/^[\w-]{1,100}$/, "is no name of a header")
  .refine(
    (name) => !OWN_HEADERS.test(name),
    "is a header that the mapping does not set; secrets stand under backend.auth",
  );

const simple = z.union([z.string(), z.number(), z.boolean()]);

/** One request. Texts may hold `{argument}` or `{this.field}`. */
export const callSchema = z.strictObject({
  get: path.optional(),
  /** For backends that search by POST; nothing is changed by it. */
  post: path.optional(),
  query: z.record(z.string().min(1), simple).default({}),
  headers: z.record(headerName, z.string()).default({}),
  /** JSON of a POST; a text that is one reference is replaced by its value, with its type. */
  body: z.json().optional(),
  /** What lists in the query are joined by. @default each item is a parameter of its own */
  join: z.string().min(1).max(3).optional(),
  /** Where in the answer the object or the list is. @default the whole answer */
  items: pointer.default(""),
  /** Statuses that mean "there is none". */
  absent: z.array(z.number().int().min(400).max(499)).default([404]),
});

/** One request as its mapping says. */
export type MappedCall = Readonly<z.infer<typeof callSchema>>;
