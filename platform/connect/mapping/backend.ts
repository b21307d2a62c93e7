/** How a mapping file describes the backend: where it is, what lets us in, and how long and how much of it is waited for. */
import { z } from "zod";
import { headerName } from "./call.js";

/** The gateway waits 3 s for a subgraph; what the backend takes must leave some of it. */
const MOST_TIMEOUT_MS = 2_800;

/** Where a secret is; the secret itself never stands in a mapping. */
const secret = z
  .strictObject({
    env: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/, "is no name of an environment variable")
      .optional(),
    file: z
      .string()
      .regex(/^[\w-][\w.-]*$/, "is no name of a file in the folder of secrets")
      .optional(),
  })
  .refine(({ env, file }) => (env === undefined) !== (file === undefined), "names an env or a file");

const auth = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bearer"), secret }),
  z.strictObject({ kind: z.literal("header"), name: z.string().regex(/^[\w-]{1,100}$/), secret }),
  z.strictObject({ kind: z.literal("query"), name: z.string().min(1), secret }),
  z.strictObject({ kind: z.literal("basic"), user: z.string().regex(/^[^:\r\n]+$/), secret }),
]);

const baseUrl = z.string().superRefine((text, { addIssue }) => {
  const refuse = (message: string): void => addIssue({ code: "custom", message });
  if (!URL.canParse(text)) return refuse("is no URL");
  const { protocol, username, password, search, hash } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") refuse("begins with https:// (http:// on this machine alone)");
  if (username !== "" || password !== "") refuse("has a password in it: name it under auth by env or file");
  if (search !== "" || hash !== "") refuse("has a query or a fragment: parameters stand under a call");
});

/** The backend. */
export const backendSchema = z.strictObject({
  url: baseUrl,
  auth: auth.optional(),
  /** Headers of every request, without anything filled in. */
  headers: z.record(headerName, z.string().regex(/^[\t\x20-\x7e]*$/, "is no value of a header")).default({}),
  timeoutMs: z.number().int().min(50).max(MOST_TIMEOUT_MS).default(2_000),
  /** Largest answer. */
  mostBytes: z
    .number()
    .int()
    .min(1_000)
    .max(8 * 1024 * 1024)
    .default(2 * 1024 * 1024),
  /** Most requests at a time. */
  concurrency: z.number().int().min(1).max(100).default(8),
});

export type MappedBackend = Readonly<z.infer<typeof backendSchema>>;
export type MappedAuth = Readonly<z.infer<typeof auth>>;
export type SecretReference = Readonly<z.infer<typeof secret>>;
