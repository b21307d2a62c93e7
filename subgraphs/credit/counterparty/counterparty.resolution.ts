/** What becomes of accepted rows of licences and penalties: laws that seal them, authority and body as reference knows them, columns. */
import { createHash } from "node:crypto";
import type { NewOf } from "../../../platform/database/index.js";
import { repairSystemOf } from "../../../platform/domain/index.js";
import {
  extended,
  otherNameNotice,
  type RegisteredBody,
  type ResolveContext,
  RowRefused,
  RowSealed,
} from "../../../platform/import/index.js";
import type { LICENCES } from "../licence/licence.rows.js";
import type { RecordItem } from "./counterparty.import.js";
import type { PUBLISHED_COLUMNS } from "./counterparty.rows.js";
import { PERSON, type RecordIdentity } from "./record-keys.repository.js";
import { sealingOf, sealingRemedy, sealingRule, type SealingFacts } from "./sealed.js";

interface KnownBody {
  readonly id: string;
  readonly name?: string;
  readonly uscc?: string;
  readonly divisionCode?: string;
}

/**
 * Asks reference for the authorities, which must be known, and for the bodies, which are created where they are not. What a law seals is
 * refused before anything else is said of it, and before reference hears of its body.
 */
export const resolveRecords = async <Item extends RecordItem>(
  items: readonly Item[],
  { call, source, today, notice }: ResolveContext<Item>,
  shown: (item: Item) => Pick<SealingFacts, "record" | "kinds" | "basis">,
): Promise<(Item | Error)[]> => {
  const codes = [...new Set(items.map(({ authorityUscc }) => authorityUscc))];
  const found = await call<(KnownBody | null)[]>("reference", "organizationsByUscc", codes);
  const authorities = new Map(codes.map((code, index) => [code, found[index] ?? undefined]));
  const sealed = items.map((item) => {
    const { docNo, minor = false, authorityUscc } = item;
    const authorityName = authorities.get(authorityUscc)?.name;
    const sealing = sealingOf({ ...shown(item), docNo, minor, authorityName }, today);
    return (
      sealing && new RowSealed(sealingRule(sealing.law), sealingRemedy(sealing), { ...item, sealedBy: sealing.law.id })
    );
  });
  const divisions = [...new Set(items.flatMap(({ division }) => division ?? []))];
  const known = new Set(await call<string[]>("reference", "knownDivisions", divisions));
  const registrations = new Map<string, { readonly code: string; readonly name: string; readonly source: string }>();
  for (const [index, { code, name, authorityUscc }] of items.entries())
    if (code !== undefined && !sealed[index] && authorities.get(authorityUscc) && !registrations.has(code))
      registrations.set(code, { code, name, source });
  const bodies = await call<RegisteredBody[]>("reference", "registerOrganizations", [...registrations.values()]);
  const byCode = new Map([...registrations.keys()].map((code, index) => [code, bodies[index]!]));
  return items.map((item, index) => {
    if (sealed[index]) return sealed[index];
    const authority = authorities.get(item.authorityUscc);
    if (!authority)
      return new RowRefused("authorityUscc", "AUTHORITY_UNKNOWN", "Import the authority as an organisation first.");
    const division = item.division ?? authority.divisionCode;
    if (division === undefined || (item.division !== undefined && !known.has(division)))
      return new RowRefused("division", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260).");
    const body = item.code === undefined ? undefined : byCode.get(item.code);
    const first = item.code === undefined ? undefined : registrations.get(item.code)?.name;
    const otherName = body && otherNameNotice("name", item.name, namedBody(body, first));
    if (otherName) notice(item, otherName);
    const repairSystem = repairSystemOf({ authority: authority.name });
    return extended(item, {
      division,
      authorityId: authority.id,
      counterpartyId: body?.id,
      counterpartyUscc: body?.uscc,
      ...(repairSystem === undefined ? {} : { repairSystem }),
    });
  });
};

/** A body by its names in the register; one that is new there by the first that its file gives. */
const namedBody = (body: RegisteredBody, first: string | undefined): RegisteredBody =>
  (body.names ?? []).length > 0 || first === undefined ? body : { ...body, names: [first] };

/** By what a record is found again at its next import. */
export const identityOf = ({ authorityUscc, docNo, formerDocNo, code }: RecordItem): RecordIdentity => ({
  authorityUscc,
  docNo,
  ...(formerDocNo === undefined ? {} : { formerDocNo }),
  code: code ?? PERSON,
});

/** What an export says of the columns that licences and penalties have alike. */
type PublishedColumns = Omit<
  NewOf<typeof LICENCES>,
  Exclude<keyof NewOf<typeof LICENCES>, keyof typeof PUBLISHED_COLUMNS> | "id" | "version"
>;

/** Columns of a resolved item that licences and penalties have alike. */
export const recordColumns = (item: RecordItem, today: string): PublishedColumns => ({
  counterpartyId: item.counterpartyId,
  counterpartyUscc: item.counterpartyUscc,
  counterpartyHash: item.personHash,
  partyName: item.name,
  counterpartyType: item.type,
  // What was sealed and is now shown not to be is opened.
  sealedBy: undefined,
  // Not published as a minor's record is not: it may be one.
  counterpartyMinor: item.ageUnknown === true,
  headName: item.legalRep,
  authorityId: item.authorityId!,
  authorityUscc: item.authorityUscc,
  divisionCode: item.division!,
  docNo: item.docNo,
  sourceUnit: item.sourceUnit,
  decisionDate: item.decisionDate,
  // What is not published has no day of it, whatever the file says; what is opened later begins then.
  publicFrom: item.ageUnknown || item.ruleSeals ? undefined : (item.publishedOn ?? today),
  publicationDayKnown: item.publishedOn !== undefined || item.ageUnknown === true || item.ruleSeals === true,
  // How the number was written is no change of the record.
  contentHash: createHash("sha256")
    // A record without a day of publication was written with that of its import before: it is written once more.
    .update(JSON.stringify({ ...item, formerDocNo: undefined, publishedOn: item.publishedOn ?? "UNKNOWN" }))
    .digest("hex"),
});
