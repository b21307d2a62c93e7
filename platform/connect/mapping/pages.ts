/** How a mapping file describes the pages of a list. */
import { z } from "zod";
import { pointer } from "./call.js";

const parameter = z.string().min(1);
const inHeader = z.string().regex(/^header:[A-Za-z0-9-]+$/);

const sizes = {
  /** Most that a client may ask for at a time, and what it gets where it does not say. */
  most: z.number().int().min(1).max(100).default(100),
  first: z.number().int().min(1).max(100).default(20),
  /** Where the number of all is: a pointer into the answer, or `header:X-Total-Count`. */
  total: z.union([inHeader, pointer]).optional(),
};

/** The pages of a list, by how the backend counts them. */
export const pagesSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("offset"), offset: parameter, limit: parameter, ...sizes }),
  /** `page` counts from `from`; pages have the size that `size` asks for, or the fixed one. */
  z
    .strictObject({
      kind: z.literal("page"),
      page: parameter,
      from: z.union([z.literal(0), z.literal(1)]).default(1),
      size: parameter.optional(),
      fixedSize: z.number().int().min(1).max(1_000).optional(),
      ...sizes,
    })
    .refine(({ size, fixedSize }) => (size === undefined) !== (fixedSize === undefined), "has a size or a fixedSize"),
  /** The answer says by which cursor the next page is asked for. */
  z.strictObject({
    kind: z.literal("cursor"),
    cursor: parameter,
    next: pointer,
    limit: parameter.optional(),
    ...sizes,
  }),
  /** The answer links the next page: in JSON, or in a Link header (RFC 8288). Of the link one parameter is taken. */
  z.strictObject({
    kind: z.literal("link"),
    parameter,
    next: z.union([z.literal("header"), pointer]),
    limit: parameter.optional(),
    ...sizes,
  }),
  /** The backend answers the whole list. */
  z.strictObject({ kind: z.literal("whole"), ...sizes }),
]);

/** The pages of a list as their mapping says. */
export type MappedPages = Readonly<z.infer<typeof pagesSchema>>;
