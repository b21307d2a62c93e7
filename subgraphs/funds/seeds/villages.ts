/** Villages of the demonstration counties and their households: real townships, generated villages, nobody real. */
import type { DemonstrationPerson, DemonstrationWorld } from "../../demonstration.js";

/** Counties of the prefecture. */
export const COUNTIES = ["222401", "222402", "222403", "222404", "222405", "222406", "222424", "222426"] as const;

/** Townships that have villages (GB/T 10114). */
const TOWNSHIPS: Readonly<Record<string, readonly string[]>> = {
  "222401": ["100", "101", "102", "105"],
  "222402": ["100", "101", "102", "103"],
  "222403": ["100", "101", "102", "103", "104", "105"],
  "222404": ["100", "101", "102", "103"],
  "222405": ["100", "102", "103", "104"],
  "222406": ["100", "101", "102", "103", "104"],
  "222424": ["100", "101", "102", "103", "104", "105"],
  "222426": ["100", "101", "102", "103", "104"],
};

const VILLAGES_PER_TOWNSHIP = 12;
const SURNAMES = ["金", "朴", "李", "王", "张", "崔", "刘", "赵", "孙", "全"];
const CHARACTERS = ["春", "夏", "秋", "冬", "东", "南", "西", "北", "山", "水"];

/** Someone who receives a subsidy. */
export interface Recipient {
  readonly name: string;
  readonly hash: string;
}

/** Villages of a county, twelve digits. */
export const villagesOf = (county: string): string[] =>
  (TOWNSHIPS[county] ?? []).flatMap((township) =>
    Array.from({ length: VILLAGES_PER_TOWNSHIP }, (_, index) => `${county}${township}${201 + index}`),
  );

/** Gives the households of a village: the world's persons of the county, each in one village, filled up with generated ones. */
export const createHouseholds = (world: DemonstrationWorld): ((village: string, count: number) => Recipient[]) => {
  const residents = new Map<string, DemonstrationPerson[]>();
  // The first three stand in fixed cases; the others are spread over the villages of their county.
  for (const [index, person] of world.persons.slice(3).entries()) {
    const villages = villagesOf(person.divisionCode);
    const village = villages[Math.floor(index / COUNTIES.length) % villages.length]!;
    residents.set(village, [...(residents.get(village) ?? []), person]);
  }
  return (village, count) =>
    [
      ...(residents.get(village) ?? []).map(({ name, hash }) => ({ name, hash })),
      ...Array.from({ length: count }, (_, index) => household(village, index)),
    ].slice(0, count);
};

const household = (village: string, index: number): Recipient => {
  const place = Number(village.slice(6)) + index;
  const surname = SURNAMES[place % SURNAMES.length]!;
  const given = `示${CHARACTERS[index % 10]}${CHARACTERS[Math.floor(place / 7) % 10]}`;
  return { name: `${surname}${given}`, hash: `demo-household-${village}-${String(index).padStart(2, "0")}` };
};
