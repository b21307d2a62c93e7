/** Legal representatives of the demonstration's bodies: public names that belong to nobody, and to none of its persons. */
import type { DemonstrationOrganization } from "../../subgraphs/demonstration.js";

type Body = Pick<DemonstrationOrganization, "uscc" | "role">;

/** Bodies that register a legal representative; agencies and law firms have a head, individually-owned businesses an owner, which is another thing. */
const REGISTERED: ReadonlySet<Body["role"]> = new Set([
  "institution",
  "enterprise",
  "intermediary",
  "cooperative",
  "association",
  "village",
]);

const SURNAMES = ["陈", "刘", "杨", "孙", "周", "吴", "郑", "冯", "朱", "司马"];
const CHARACTERS = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉"];

/** Names that break careless code: a character outside the basic plane, a middle dot, two characters alone. */
const AWKWARD: Readonly<Record<string, string>> = {
  "91990101MA900002XF": "𠮷例子",
  "91990101MA9000046A": "例力江·例买提",
  "93990101NA9000019M": "卜例",
};

/** A name with 例 in the middle, one for each number below 1000, then the first again: one person may represent several bodies. */
const nameOf = (index: number): string =>
  `${SURNAMES[Math.floor(index / 100) % 10]}例${CHARACTERS[Math.floor(index / 10) % 10]}${CHARACTERS[index % 10]}`;

/** The legal representative of the body at this place of the world; undefined where none is on the register. */
export const legalRepNameOf = ({ uscc, role }: Body, index: number): string | undefined =>
  uscc !== undefined && REGISTERED.has(role) ? (AWKWARD[uscc] ?? nameOf(index)) : undefined;
