/** Data-sharing agreements: files that say which client may read which shared fields, and for how long. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Viewer } from "../../auth/index.js";
import { isLocalDate, type LocalDate } from "../../domain/index.js";

const name = z.string().min(1);
const day = z.string().refine(isLocalDate, "is a day, YYYY-MM-DD");

const agreementSchema = z
  .strictObject({
    id: name,
    /** Client (`azp`) that holds it. */
    client: name,
    /** Agency behind the client, as people call it. */
    agency: name,
    /** Shared fields, `Type.field`. */
    fields: z.array(z.string().regex(/^\w+\.\w+$/, "is Type.field")).default([]),
    /** Types whose shared fields are all covered. */
    types: z.array(name).default([]),
    purposes: z.array(name).min(1),
    validFrom: day,
    /** Last day. */
    validTo: day,
  })
  .refine(({ fields, types }) => fields.length + types.length > 0, "names neither fields nor types")
  .refine(({ validFrom, validTo }) => validFrom <= validTo, "ends before it begins");

/** An agreement by which a client reads shared fields. */
export type Agreement = z.infer<typeof agreementSchema>;

/** A field, as far as agreements know one. */
interface SharedField {
  readonly type: string;
  readonly field: string;
}

/** The agreements that a process knows. */
export interface AgreementBook {
  /** Ids of the agreements that the viewer holds on that day; a person holds none, whatever the client. */
  held(viewer: Viewer, on: LocalDate): string[];
  /** True where one of these agreements names the field. */
  names(ids: readonly string[], field: SharedField): boolean;
  /** True where the viewer's own client holds, on that day, an agreement that names the field. */
  covers(viewer: Viewer, field: SharedField, on: LocalDate): boolean;
}

/** Reads one agreement. Throws a sentence that names the file and what is wrong. */
export const parseAgreement = (text: string, file: string): Agreement => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error(`The agreement ${file} is not JSON.`);
  }
  const parsed = agreementSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
  throw new Error(`The agreement ${file} is not valid: ${problems.join("; ")}.`);
};

/** Creates the book. Throws where two agreements have the same id. */
export const createAgreementBook = (agreements: readonly Agreement[]): AgreementBook => {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  if (byId.size < agreements.length) throw new Error("Two agreements have the same id.");
  const isHeld = ({ client, validFrom, validTo }: Agreement, viewer: Viewer, on: LocalDate): boolean =>
    viewer.kind === "client" && client === viewer.clientId && validFrom <= on && on <= validTo;
  const isNamed = ({ fields, types }: Agreement, { type, field }: SharedField): boolean =>
    types.includes(type) || fields.includes(`${type}.${field}`);
  return {
    held: (viewer, on) => agreements.filter((entry) => isHeld(entry, viewer, on)).map(({ id }) => id),
    names: (ids, field) =>
      ids.some((id) => {
        const agreement = byId.get(id);
        return agreement !== undefined && isNamed(agreement, field);
      }),
    covers: (viewer, field, on) =>
      viewer.agreements.some((id) => {
        const agreement = byId.get(id);
        return agreement !== undefined && isHeld(agreement, viewer, on) && isNamed(agreement, field);
      }),
  };
};

/** The book of a process that was given no agreements: SHARED is held by no one. */
export const NO_AGREEMENTS: AgreementBook = createAgreementBook([]);

/** Reads all `*.json` files of a folder; no folder at all (an empty name) is no agreements. */
export const loadAgreements = (folder: string): AgreementBook => {
  if (folder === "") return NO_AGREEMENTS;
  if (!existsSync(folder)) throw new Error(`There is no folder of agreements at ${folder}.`);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return createAgreementBook(
    files.sort().map((file) => parseAgreement(readFileSync(join(folder, file), "utf8"), file)),
  );
};
