/** A decision on a person is known by its authority and number: a row on somebody else under them would make one person's record another's. */
import { type ImportContext, RowRefusals, RowRefused, RowSealed } from "../../../platform/import/index.js";
import type { RecordItem } from "./counterparty.import.js";
import { identityOf } from "./counterparty.resolution.js";
import { findIds, type RecordTable } from "./record-keys.repository.js";

interface StoredPerson {
  readonly id: string;
  readonly counterparty_hash: string | null;
  readonly counterparty_name: string;
}

const refusalOf = (field?: string): RowRefused =>
  new RowRefused(
    field,
    "DECISION_ON_ANOTHER_PERSON",
    "A record with this number is here about another person: correct the number; where the name was wrong, give the identity number, or withdraw that record first.",
  );

/** Both reasons of a row that is sealed and about somebody else, with nothing of the row: it seals no record but its own. */
const refused = <Item>(outcome: Item | RowSealed<Item>): Error =>
  outcome instanceof RowSealed ? new RowRefusals([outcome, refusalOf()]) : refusalOf("docNo");

/** What a row says: of one that a law seals too, which would seal the record that is here. */
const saidBy = <Item extends RecordItem>(outcome: Item | Error): Item | undefined => {
  if (outcome instanceof RowSealed) return outcome.item as Item;
  return outcome instanceof Error ? undefined : outcome;
};

const plain = (name: string): string => name.replaceAll(/\s/gu, "");

/** One identity number is one person whatever the name; without it the name says who it is. */
const isOther = ({ counterparty_hash: hash, counterparty_name: name }: StoredPerson, item: RecordItem): boolean =>
  plain(name) !== plain(item.name) && (hash === null || hash !== item.personHash);

/** Items, with a refusal in the place of those whose record is about somebody else. */
export const refuseOtherPersons = async <Item extends RecordItem>(
  table: RecordTable,
  items: readonly (Item | Error)[],
  { db, recordKeys }: ImportContext,
): Promise<(Item | Error)[]> => {
  const said = items.map(saidBy);
  const persons = said.filter((item) => item !== undefined).filter(({ code }) => code === undefined);
  if (persons.length === 0 || recordKeys === undefined) return [...items];
  const ids = await findIds(db, table, persons.map(identityOf), recordKeys);
  const idOf = new Map(persons.map((person, index) => [person, ids[index]]));
  const stored = (await db(table)
    .select("id", "counterparty_hash", "counterparty_name")
    .whereIn(
      "id",
      ids.filter((id) => id !== undefined),
    )) as StoredPerson[];
  const byId = new Map(stored.map((row) => [row.id, row]));
  return items.map((outcome, index) => {
    const item = said[index];
    const row = item && byId.get(idOf.get(item) ?? "");
    return item !== undefined && row !== undefined && isOther(row, item) ? refused(outcome) : outcome;
  });
};
